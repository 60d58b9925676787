(function () {
  "use strict";
  var one = function (id) { return document.getElementById(id); };

  function open(hash) {
    var target = hash.length > 1 && one(decodeURIComponent(hash.slice(1)));
    var details = target && (target.matches("details") ? target : target.querySelector(":scope > details"));
    if (details) { details.open = true; target.scrollIntoView(); }
  }
  addEventListener("hashchange", function () { open(location.hash); });
  open(location.hash);

  // On paper everything is told.
  var closed = [];
  addEventListener("beforeprint", function () {
    closed = Array.from(document.querySelectorAll("details:not([open])"));
    closed.forEach(function (details) { details.open = true; });
  });
  addEventListener("afterprint", function () { closed.forEach(function (details) { details.open = false; }); });

  var table = one("gap-table"), form = one("filter");
  if (!table || !form) { return; }
  var body = table.tBodies[0], shown = one("shown"), first = 500, limit = first;
  var rows = Array.from(body.rows).map(function (row) {
    var link = row.querySelector("th a");
    return { row: row, article: link && one(decodeURIComponent(link.hash.slice(1))), text: "" };
  });
  function textOf(of) {
    if (!of.text) { of.text = (of.row.textContent + " " + (of.article ? of.article.textContent : "")).toLowerCase(); }
    return of.text;
  }
  var exact = ["level", "nature", "owner", "treatment"];

  var more = document.createElement("button");
  more.type = "button";
  more.hidden = true;
  more.addEventListener("click", function () { limit = Infinity; narrow(); });

  function narrow() {
    var words = one("f-text").value.toLowerCase().split(/\s+/).filter(Boolean), touched = one("f-touches").value;
    var fits = 0;
    rows.forEach(function (of) {
      var data = of.row.dataset;
      var fit = exact.every(function (name) { var asked = one("f-" + name).value; return !asked || data[name] === asked; }) &&
        (!touched || data.touches.split(" ").indexOf(touched) >= 0) &&
        (!words.length || words.every(function (word) { return textOf(of).indexOf(word) >= 0; }));
      if (fit) { fits += 1; }
      of.row.hidden = !fit || fits > limit;
      if (of.article) { of.article.hidden = of.row.hidden; }
    });
    var some = Math.min(fits, limit);
    shown.textContent = some === rows.length ? "All " + rows.length + " gaps are shown." : some + " of " + rows.length + " gaps are shown" + (fits > some ? "; " + fits + " fit." : ".");
    more.hidden = fits <= some;
    more.textContent = "Show all " + fits;
  }

  function keyOf(row, at) {
    var cell = row.cells[at], text = cell.dataset.sort || cell.textContent.trim(), number = parseFloat(text);
    return /^[\d.]+$/.test(text) ? number : text.toLowerCase();
  }
  Array.from(table.tHead.rows[0].cells).forEach(function (head, at) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "ascending";
      Array.from(table.tHead.rows[0].cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      rows.forEach(function (of, before) { of.key = keyOf(of.row, at); of.before = before; });
      rows.sort(function (a, b) {
        var order = a.key === b.key ? 0 : typeof a.key === typeof b.key ? (a.key < b.key ? -1 : 1) : typeof a.key === "number" ? -1 : 1;
        return (down ? -order : order) || a.before - b.before;
      });
      rows.forEach(function (of) { body.appendChild(of.row); });
      narrow();
    });
  });

  var tools = document.querySelector(".tools");
  function all(state) {
    rows.forEach(function (of) { if (of.article && !of.article.hidden) { of.article.firstElementChild.open = state; } });
  }
  if (tools) {
    tools.hidden = false;
    one("open-all").addEventListener("click", function () { all(true); });
    one("close-all").addEventListener("click", function () { all(false); });
  }
  shown.after(more);
  form.hidden = false;
  form.addEventListener("input", function () { limit = first; narrow(); });
  function clear(most) {
    form.querySelectorAll("input, select").forEach(function (field) { field.value = ""; });
    limit = most;
    narrow();
  }
  one("f-all").addEventListener("click", function () { clear(first); });
  narrow();
  // A link to a gap beyond those shown at first shows it all the same.
  function reveal() {
    var article = one(decodeURIComponent(location.hash.slice(1)));
    if (article && article.hidden) { clear(Infinity); open(location.hash); }
  }
  addEventListener("hashchange", reveal);
  reveal();
}());
