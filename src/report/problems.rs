//! Problems of an input, as their writer reads them: the line, the place underlined, what is wrong, what to do about it.

mod excerpt;

use std::collections::BTreeSet;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use self::excerpt::Excerpt;
use crate::source::file::{Place, Position, Sources};
use crate::source::problem::{Problem, Problems};
use crate::text::count::count;
use crate::text::escape::terminal;

/// How many lines apart two places of a problem may lie and still be drawn as one piece of text.
///
/// The lines between are walked for every problem, so a few hundred is the limit of what costs nothing.
const NEAR: usize = 200;

/// Draws every problem with its place, and counts them in a last line.
///
/// The text carries terminal styles; whoever prints it strips them where they are not wanted.
#[must_use]
pub fn render(problems: &Problems, sources: &Sources) -> String {
    render_with(problems, sources, "nothing was assessed")
}

/// As [`render`], for a command that did something else not, such as `nothing was written`.
#[must_use]
pub fn render_with(problems: &Problems, sources: &Sources, outcome: &str) -> String {
    let renderer = Renderer::styled();
    let sorted = problems.sorted();
    let mut out = String::new();
    for problem in &sorted {
        out.push_str(&drawn(problem, sources, &renderer));
        out.push('\n');
    }
    out.push_str(&closing(&sorted, outcome));
    out
}

/// Says every problem in one line, `file:line:column: message (help)`, as editors and pre-commit read them.
#[must_use]
pub fn short(problems: &Problems, sources: &Sources) -> String {
    let lines = problems.sorted().into_iter().map(|problem| {
        let place = problem.place.and_then(|place| {
            let at = sources.position(place);
            Some(format!("{}:{}:{}: ", terminal(&sources.file(place)?.name), at.line, at.column))
        });
        let help = problem.help.as_ref().map(|help| format!(" ({})", terminal(help)));
        format!("{}{}{}\n", place.unwrap_or_default(), terminal(&problem.message), help.unwrap_or_default())
    });
    lines.collect()
}

/// How many there are, and what that means.
fn closing(problems: &[&Problem], outcome: &str) -> String {
    let files: BTreeSet<u32> = problems.iter().filter_map(|problem| problem.place).map(|place| place.file).collect();
    let found = count(problems.len(), "problem");
    match files.len() {
        0 => format!("gapcheck: {found}; {outcome}\n"),
        files => format!("gapcheck: {found} in {}; {outcome}\n", count(files, "file")),
    }
}

/// A problem as the renderer draws it.
fn drawn(problem: &Problem, sources: &Sources, renderer: &Renderer) -> String {
    let first = problem.place.and_then(|place| Marked::new(sources, place, AnnotationKind::Primary, &problem.label));
    let related = problem.related.iter();
    let others = related.filter_map(|(place, words)| Marked::new(sources, *place, AnnotationKind::Context, words));
    let marked: Vec<Marked<'_>> = first.into_iter().chain(others).collect();
    let pieces = Piece::of(&marked);
    let snippets = pieces.iter().map(|piece| piece.snippet(sources));
    let group = Group::with_title(Level::ERROR.primary_title(terminal(&problem.message))).elements(snippets);
    let group = match &problem.help {
        Some(help) => group.element(Level::HELP.message(terminal(help))),
        None => group,
    };
    let heads: Vec<&Marked<'_>> = pieces.iter().filter_map(|piece| piece.0.first()).copied().collect();
    with_origins(&renderer.render(&[group]), &heads)
}

/// What stands for the name of a file while a problem is drawn: no text that went through [`terminal`] holds it.
const NAME: char = '\0';

/// Puts names, lines and columns where the renderer wrote the column of the excerpt, which may be cut and escaped.
fn with_origins(drawn: &str, heads: &[&Marked<'_>]) -> String {
    let mut pieces = drawn.split(NAME);
    let mut out = pieces.next().unwrap_or("").to_owned();
    for (piece, marked) in pieces.zip(heads) {
        let Position { line, column } = marked.excerpt.position;
        out.extend([&terminal(marked.name), ":", &line.to_string(), ":", &column.to_string()]);
        out.push_str(piece.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()));
    }
    // An empty line is drawn as a blank, so that it can be underlined.
    out.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// A place of a problem, ready to be drawn.
struct Marked<'a> {
    file: u32,
    name: &'a str,
    excerpt: Excerpt,
    kind: AnnotationKind,
    words: &'a str,
}

impl<'a> Marked<'a> {
    fn new(sources: &'a Sources, place: Place, kind: AnnotationKind, words: &'a str) -> Option<Self> {
        let file = sources.file(place)?;
        Some(Self { file: place.file, name: &file.name, excerpt: Excerpt::of(file, place), kind, words })
    }

    fn line(&self) -> usize {
        self.excerpt.position.line
    }

    /// The mark on a text in which its line begins at an offset.
    fn annotation(&self, offset: usize) -> Annotation<'a> {
        let span = &self.excerpt.marked;
        self.kind.span(span.start + offset..span.end + offset).label(terminal(self.words))
    }
}

/// Places that are drawn in one piece of text, the one that was named first before the others.
struct Piece<'m, 'a>(Vec<&'m Marked<'a>>);

impl<'m, 'a> Piece<'m, 'a> {
    /// Places that lie near each other together, the others each on its own, in the order of their naming.
    fn of(marked: &'m [Marked<'a>]) -> Vec<Self> {
        let mut pieces: Vec<Self> = Vec::new();
        for place in marked {
            match pieces.iter_mut().find(|piece| piece.takes(place)) {
                Some(piece) => piece.0.push(place),
                None => pieces.push(Self(vec![place])),
            }
        }
        pieces
    }

    /// Whether a place lies near those there are, and its line was not cut to another text than theirs.
    fn takes(&self, place: &Marked<'a>) -> bool {
        let is_near = |known: &&Marked<'a>| known.file == place.file && known.line().abs_diff(place.line()) <= NEAR;
        let fits = |known: &&Marked<'a>| known.line() != place.line() || known.excerpt.text == place.excerpt.text;
        self.0.iter().any(is_near) && self.0.iter().all(fits)
    }

    /// The text from the first line to the last with every place marked.
    fn snippet(&self, sources: &Sources) -> Snippet<'a, Annotation<'a>> {
        let mut sorted = self.0.clone();
        sorted.sort_by_key(|place| place.line());
        let first = sorted.first().map_or(1, |place| place.line());
        let (mut text, mut marks) = (String::new(), Vec::new());
        let (mut line, mut offset) = (first, 0);
        for place in sorted {
            if line < place.line() {
                text.push_str(&between(sources, place, line));
                (line, offset) = (place.line(), text.len());
            }
            if offset == text.len() {
                text.push_str(&place.excerpt.text);
            }
            marks.push(place.annotation(offset));
        }
        Snippet::source(text).path(NAME.to_string()).line_start(first).annotations(marks)
    }
}

/// What stands between the end of a line and the beginning of that of a place further down.
fn between(sources: &Sources, place: &Marked<'_>, line: usize) -> String {
    let file = sources.file(Place { file: place.file, ..Place::default() });
    let lines = line + 1..place.line();
    // Of lines that lie further apart only the ends are drawn, so those between need not be read.
    let near = file.filter(|_| lines.len() < 3);
    let read = |line| near.map_or_else(String::new, |file| excerpt::line(file, line)) + "\n";
    lines.map(read).fold("\n".to_owned(), |text, line| text + &line)
}
