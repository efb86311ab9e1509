//! Sentences with what is read off them beneath: one fixture a file of `tests/extract`, one snapshot each.
//!
//! A fixture is plain text, one passage a line, or passages of several paragraphs with `---` between them; blank lines and lines
//! that begin with `#` are passed over, and a first line `published: 2025-03-13` dates all passages.

use std::fmt::Write;
use std::path::Path;

use onrecord::extract::{Period, Reading, Setting, Value, read};
use onrecord::text::Span;

#[test]
fn every_fixture_reads_as_approved() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/extract");
    let mut fixtures: Vec<_> = ignore::Walk::new(&root).flatten().map(ignore::DirEntry::into_path).collect();
    fixtures.retain(|it| it.extension().is_some_and(|it| it == "txt"));
    fixtures.sort();
    assert!(fixtures.len() > 2, "fixtures stand in {}", root.display());
    let mut settings = insta::Settings::clone_current();
    settings.set_omit_expression(true);
    settings.set_prepend_module_to_snapshot(false);
    for fixture in fixtures {
        let text = std::fs::read_to_string(&fixture).expect("fixtures are readable");
        settings.set_snapshot_path(fixture.parent().expect("a file stands in a folder"));
        let name = fixture.file_stem().expect("a file has a name").to_string_lossy().into_owned();
        let annotate = if fixture.starts_with(root.join("statements")) { told } else { annotated };
        settings.bind(|| insta::assert_snapshot!(name, rendered(&text, annotate)));
    }
}

fn rendered(fixture: &str, annotate: fn(&str, &Reading) -> String) -> String {
    let published = fixture.lines().next().and_then(|it| it.strip_prefix("published:")).and_then(Period::parse);
    let setting = Setting { published, ..Setting::default() };
    let passages: Vec<_> = if fixture.contains("\n---\n") {
        fixture.trim().split("\n---\n").collect()
    } else {
        fixture.lines().filter(|it| !it.trim().is_empty() && !it.starts_with('#') && !it.starts_with("published:")).collect()
    };
    passages.into_iter().map(|it| annotate(it, &read(it, &setting))).collect::<Vec<_>>().join("\n")
}

fn annotated(passage: &str, reading: &Reading) -> String {
    let mut notes: Vec<(Span, String)> = Vec::new();
    for it in &reading.quantities {
        let value = match it.value {
            Value::One(value) => value.normalize().to_string(),
            Value::Range(low, high) => format!("{}..{}", low.normalize(), high.normalize()),
        };
        let qualifier = serde_json::to_value(it.qualifier).expect("a qualifier is a word");
        let qualifier = qualifier.as_str().filter(|it| *it != "=").map(|it| format!("{it} ")).unwrap_or_default();
        let trend = it.trend.map(|it| format!(" {it:?}").to_lowercase()).unwrap_or_default();
        let unit = it.unit.symbol();
        notes.push((it.span, format!("quantity {qualifier}{value}{}{unit}{trend}", if unit.is_empty() { "" } else { " " })));
    }
    for it in &reading.dates {
        notes.push((it.span, format!("date {}", it.period)));
    }
    for it in &reading.attributions {
        let speaker = it.speaker.as_deref().unwrap_or("nobody");
        notes.push((
            it.content,
            format!("said by {speaker} ({}, {:?})", it.verb, it.stance).to_lowercase().replace(&speaker.to_lowercase(), speaker),
        ));
    }
    below(passage, notes)
}

/// The statements: beneath each quantity, or beneath the first word of a plain one, who said it when, and how it is meant.
fn told(passage: &str, reading: &Reading) -> String {
    let mut notes: Vec<(Span, String)> = Vec::new();
    for it in &reading.statements {
        let place = it.quantity.map_or(Span { end: it.content.start + 1, ..it.content }, |at| reading.quantities[at].span);
        let days = |name: &str, it: Option<Period>| it.map(|it| format!(" {name} {it}")).unwrap_or_default();
        let speaker = it.speaker.as_deref().map(|it| format!(" by {it}")).unwrap_or_default();
        let negated = if it.negated { " negated" } else { "" };
        let modal = if it.modal { " modal" } else { "" };
        notes.push((place, format!("told{speaker}{}{}{negated}{modal}", days("said", it.said), days("as of", it.as_of))));
    }
    below(passage, notes)
}

/// The passage with each note below its words.
fn below(passage: &str, mut notes: Vec<(Span, String)>) -> String {
    notes.sort();
    let mut out = String::new();
    let mut start = 0;
    for line in passage.split_inclusive('\n') {
        let whole = Span::new(start, start + line.trim_end().len());
        writeln!(out, "{}", line.trim_end()).expect("a string takes all");
        for (span, note) in notes.iter().filter(|(span, _)| whole.contains(Span { end: span.start, ..*span })) {
            let before = Span { start: whole.start, end: span.start }.of(passage).chars().count();
            let wide = Span { start: span.start, end: span.end.min(whole.end) }.of(passage).chars().count().max(1);
            writeln!(out, "{}{} {note}", " ".repeat(before), "^".repeat(wide)).expect("a string takes all");
        }
        start += line.len();
    }
    out
}
