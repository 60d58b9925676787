#!/bin/sh
# Warns before an occurrence is missed, a report expires, a review or an acceptance runs out: `gapcheck evidence due`, night by
# night. It needs gapcheck on the PATH and nothing else; with GAPCHECK_ISSUE also `gh`, as GitHub's runners have it.
#
#   GAPCHECK_INVENTORY    the inventory, a file or a folder                                   [inventory.yaml]
#   GAPCHECK_FAIL_WITHIN  how many days before something falls due the night ends with 1      [7d]
#   GAPCHECK_WITHIN       how far ahead to look                                               [30d]
#   GAPCHECK_OUTPUT       the folder for due.md, due.ics and due.json                         [gapcheck-due]
#   GAPCHECK_AS_OF        the day to look from                                                [today]
#   GAPCHECK_ISSUE        the label of the one issue that is opened, kept up to date and closed; none where it is empty
#
# Exit status: 0 nothing is overdue or falls due within GAPCHECK_FAIL_WITHIN; 1 something is or does; 2 nobody can tell, or the
# issue could not be kept.
# Without a CI system (CI is not set) a quiet night prints nothing, so that cron sends no mail.
set -eu

inventory=${GAPCHECK_INVENTORY:-inventory.yaml}
fail_within=${GAPCHECK_FAIL_WITHIN:-7d}
output=${GAPCHECK_OUTPUT:-gapcheck-due}
label=${GAPCHECK_ISSUE:-}
# Not an option of the programs below, whatever it begins with.
case $output in -*) output=./$output ;; esac
mkdir -p "$output" || exit 2
rm -f "$output/due.md" "$output/due.ics" "$output/due.json"

set -- --within "${GAPCHECK_WITHIN:-30d}" --fail-within "$fail_within"
[ -z "${GAPCHECK_AS_OF:-}" ] || set -- "$@" --as-of "$GAPCHECK_AS_OF"
status=0
said=$(gapcheck evidence due "$@" --output "markdown=$output/due.md" --output "ics=$output/due.ics" --output "json=$output/due.json" \
  -- "$inventory") || status=$?

# Whatever is not 0 or 1 told nobody anything: a night that could not look is never a quiet one.
case $status in
0) [ -z "${CI:-}" ] || printf '%s\n' "$said" ;;
1) printf '%s\n' "$said" ;;
*) echo "gapcheck could not say what is due" >&2; exit 2 ;;
esac

# The list, cut behind a whole line where it is longer than GitHub takes.
list() {
  if [ "$(wc -c <"$output/due.md")" -le "$1" ]; then
    cat "$output/due.md"
  else
    head -c "$1" "$output/due.md" | sed '$d'
    printf '\nThe list goes on: `due.md` and `due.ics` of this run have all of it.\n'
  fi
}

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  list 1000000 >>"$GITHUB_STEP_SUMMARY" || exit 2
fi

# Of several issues under the label it is the oldest that this script opened: whoever puts the label on an issue of their own
# keeps what they wrote in it.
keep_issue() {
  title='Evidence is due'
  issue=$(gh issue list --state open --label "$label" --limit 100 --json number,title \
    --jq "map(select(.title == \"$title\") | .number) | min // empty") || return
  if [ "$status" -eq 1 ]; then
    list 60000 >"$output/issue.md" || return
    if [ -n "$issue" ]; then
      gh issue edit "$issue" --body-file "$output/issue.md" >/dev/null || return
    else
      gh label create "$label" --force --description 'Kept by the nightly look at what evidence is due' >/dev/null || return
      gh issue create --title "$title" --label "$label" --body-file "$output/issue.md" >/dev/null || return
    fi
    rm -f "$output/issue.md"
  elif [ -n "$issue" ]; then
    gh issue close "$issue" --comment "Nothing is overdue or falls due within $fail_within." >/dev/null || return
  fi
}

if [ -n "$label" ] && ! keep_issue; then
  echo "the issue \`$label\` could not be kept up to date" >&2
  exit 2
fi
exit "$status"
