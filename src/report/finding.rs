//! Findings as people read them: the message, the line with a caret, and what to write instead.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Snippet};

use super::style::Style;
use crate::finding::{Finding, Place, Severity};
use crate::run::file_name;
use crate::untrusted::{plain, shown};

/// Renders `findings` one after the other, with an empty line behind each.
pub fn render(findings: &[Finding], style: Style) -> String {
    findings.iter().map(|it| one(it, style) + "\n\n").collect()
}

fn one(finding: &Finding, style: Style) -> String {
    let message = plain(&finding.message);
    let title = level(finding.severity).primary_title(message.as_ref()).id(finding.code);
    let mut group = Group::with_title(title);
    if let Some(place) = &finding.place {
        group = pointed(group, place, AnnotationKind::Primary, "");
    }
    for (place, label) in &finding.related {
        group = pointed(group, place, AnnotationKind::Context, label);
    }
    let help = finding.help.as_deref().map(plain);
    if let Some(help) = &help {
        group = group.element(Level::HELP.message(help.as_ref()));
    }
    style.renderer().render(&[group])
}

const fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// Adds the line that `place` points at; a place without words, or in a file without text, is named alone.
fn pointed<'a>(group: Group<'a>, place: &Place, kind: AnnotationKind, label: &str) -> Group<'a> {
    let file = plain(&file_name(&place.file)).into_owned();
    let (line, column) = place.line_and_column();
    let source = &place.source;
    if source.is_empty() || place.span.is_empty() && place.span.start == 0 {
        return group.element(Origin::path(file));
    }
    let first = source.get(..place.span.start as usize).and_then(|it| it.rfind('\n')).map_or(0, |it| it + 1);
    let rest = source.get(first..).unwrap_or_default();
    let (text, marked) = safe_line(rest.lines().next().unwrap_or_default(), column - 1, place.span.of(source).chars().count());
    let annotation = kind.span(marked);
    let annotation = if label.is_empty() { annotation } else { annotation.label(plain(label).into_owned()) };
    group.element(Snippet::source(text).path(file).line_start(line).annotation(annotation))
}

/// The line, safe to show, with the bytes that `length` characters from the character `from` on have in it.
fn safe_line(line: &str, from: usize, length: usize) -> (String, std::ops::Range<usize>) {
    let mut text = String::with_capacity(line.len());
    let (mut start, mut end) = (None, 0);
    for (index, character) in line.chars().enumerate() {
        if index == from {
            start = Some(text.len());
        }
        if character == '[' && text.ends_with("##") {
            text.insert(text.len() - 1, ' ');
        }
        text.push(shown(character));
        if index < from + length {
            end = text.len();
        }
    }
    let start = start.unwrap_or(text.len());
    (text, start..end.max(start))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::text::Span;

    fn check(source: &str, words: &str, expected: &str) {
        let at = source.find(words).unwrap();
        let span = Span::new(at, at + words.len());
        let place = Place { file: "assertions/jobs.toml".into(), source: Arc::from(source), span };
        let finding = Finding::error("unknown-key", "unknown key").at(place).help("write another");
        assert_eq!(render(&[finding], Style::default()), expected);
    }

    #[test]
    fn a_finding_points_at_its_words_and_says_what_to_write_instead() {
        let expected = "\
error[unknown-key]: unknown key
 --> assertions/jobs.toml:3:1
  |
3 | expct = \"supported\"
  | ^^^^^
  |
  = help: write another

";
        check("[[assertion]]\nclaim = \"é\"\nexpct = \"supported\"\n", "expct", expected);
    }

    #[test]
    fn a_line_with_escapes_is_shown_and_still_pointed_at() {
        let expected = "\
error[unknown-key]: unknown key
 --> assertions/jobs.toml:1:9
  |
1 | x␛[31m é here
  |          ^^^^
  |
  = help: write another

";
        check("x\u{1b}[31m é here\n", "here", &expected.replace(":1:9", ":1:10"));
    }

    #[test]
    fn a_finding_without_a_place_is_a_message_alone() {
        let finding = Finding::warning("undated", "no\ndate\u{7}");
        assert_eq!(render(&[finding], Style::default()), "warning[undated]: no date␇\n\n");
    }
}
