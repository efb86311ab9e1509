//! The figures that the sources put on one declared measure, in the order of time, for people.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::conflicts::{found, place};
use super::style::{Colour, Style};
use crate::cross::{DataPoint, Evaluation, Timeline};
use crate::run::Run;
use crate::untrusted::plain;

/// Renders a timeline, the sides beside each other, what cannot hold together, and the relations that it takes part in.
pub fn render(run: &Run, timeline: &Timeline, style: Style) -> String {
    let mut out = String::new();
    let documents: BTreeSet<_> = timeline.points.iter().map(|it| it.cited.document).collect();
    let _ = writeln!(out, "{}", style.paint(Colour::Bold, &plain(&timeline.title)));
    let about = format!(
        "{} · in {} · {} in {}",
        plain(&timeline.measure),
        plain(&timeline.unit),
        counted(timeline.points.len(), "figure"),
        counted(documents.len(), "document")
    );
    let _ = writeln!(out, "{}\n", style.paint(Colour::Dim, &about));
    points(&mut out, run, timeline, style);
    sides(&mut out, timeline, style);
    for inconsistency in run.inconsistencies.iter().filter(|it| it.measure.as_ref() == Some(&timeline.measure)) {
        found(&mut out, run, inconsistency, style);
    }
    let related: Vec<_> = run.evaluations.iter().filter(|it| it.measures.contains(&timeline.measure)).collect();
    relations(&mut out, run, &related, style);
    out
}

/// "1 figure", "2 figures".
fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn points(out: &mut String, run: &Run, timeline: &Timeline, style: Style) {
    let dates: Vec<_> = timeline.points.iter().map(date).collect();
    let width = dates.iter().map(|it| it.chars().count()).max().unwrap_or(0);
    for (point, date) in timeline.points.iter().zip(&dates) {
        let note = match (point.unsure, point.vague) {
            (true, _) => " (not told as a fact)",
            (_, true) => " (vague)",
            _ => "",
        };
        let _ = writeln!(out, "{date:<width$}  {}{note}", style.paint(Colour::Bold, &amount(point)));
        let mut told: Vec<_> = speaker(point).into_iter().collect();
        told.extend(place(run, &point.cited));
        let _ = writeln!(out, "{:<width$}  {}", "", style.paint(Colour::Dim, &told.join(" · ")));
    }
    if timeline.points.is_empty() {
        out.push_str("no figure of the corpus fits it\n");
    }
    out.push('\n');
}

fn date(point: &DataPoint) -> String {
    point.date.map_or_else(|| "undated".to_owned(), |it| it.to_string())
}

fn amount(point: &DataPoint) -> String {
    plain(point.cited.amount.as_deref().unwrap_or_default()).into_owned()
}

/// Who says so, with the side.
fn speaker(point: &DataPoint) -> Option<String> {
    let speaker = plain(point.cited.speaker.as_deref()?).into_owned();
    let side = point.side.as_deref().filter(|it| *it != speaker).map_or_else(String::new, |it| format!(", {}", plain(it)));
    Some(format!("{speaker}{side}"))
}

/// What each side says, a column each, a row for each time; nothing where fewer than two sides have spoken.
fn sides(out: &mut String, timeline: &Timeline, style: Style) {
    let sides: BTreeSet<_> = timeline.points.iter().filter_map(|it| it.side.as_deref()).collect();
    if sides.len() < 2 {
        return;
    }
    let told_by_sides: Vec<_> = timeline.points.iter().filter(|it| it.side.is_some() && !it.unsure).collect();
    let dates: BTreeSet<_> = told_by_sides.iter().map(|it| it.date).collect();
    let first = told_by_sides.iter().map(|it| date(it).chars().count()).max().unwrap_or(0);
    let column = (style.width.saturating_sub(first) / sides.len()).saturating_sub(2).clamp(12, 40);
    let cell = |text: &str| format!("  {:<column$}", clipped(text, column));
    let head: String = sides.iter().map(|it| cell(&plain(it))).collect();
    let _ = writeln!(out, "{}", style.paint(Colour::Bold, format!("{:<first$}{head}", "").trim_end()));
    for day in dates {
        let told = |side: &&str| {
            let amounts: BTreeSet<_> =
                told_by_sides.iter().filter(|it| it.date == day && it.side.as_deref() == Some(side)).map(|it| amount(it)).collect();
            cell(&amounts.into_iter().collect::<Vec<_>>().join("; "))
        };
        let row: String = sides.iter().map(told).collect();
        let day = day.map_or_else(|| "undated".to_owned(), |it| it.to_string());
        let _ = writeln!(out, "{}", format!("{day:<first$}{row}").trim_end());
    }
    out.push('\n');
}

/// The words of `text` that fit into `width` characters.
fn clipped(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for word in text.split(' ') {
        if out.chars().count() + word.chars().count() + 2 > width {
            break;
        }
        out.push_str(word);
        out.push(' ');
    }
    format!("{}…", out.trim_end())
}

/// Evaluations that are shown of one relation.
const SHOWN: usize = 12;

/// What each relation comes to, with its inputs, and the stated figures that it was held against.
pub(super) fn relations(out: &mut String, run: &Run, evaluations: &[&Evaluation], style: Style) {
    for group in evaluations.chunk_by(|one, other| one.relation == other.relation) {
        let Some(first) = group.first() else { continue };
        let _ = writeln!(out, "{} {}", style.paint(Colour::Bold, &plain(&first.relation)), plain(&first.equation));
        for evaluation in group.iter().take(SHOWN) {
            let from = evaluation.inputs.first().and_then(|it| place(run, it)).unwrap_or_default();
            let _ = writeln!(out, "  {}  {}", plain(&evaluation.shown), style.paint(Colour::Dim, &from));
        }
        if group.len() > SHOWN {
            let _ = writeln!(out, "  and {} more", group.len() - SHOWN);
        }
        for (cited, _) in &first.stated {
            let agreed = group.iter().filter(|it| it.stated.iter().any(|it| it.0 == *cited && it.1)).count();
            let verdict = if agreed == group.len() {
                style.paint(Colour::Green, "agrees")
            } else {
                style.paint(Colour::Yellow, &format!("agrees with {agreed} of {}", group.len()))
            };
            let told = cited.speaker.as_deref().map_or_else(String::new, |it| format!(" ({})", plain(it)));
            let from = place(run, cited).unwrap_or_default();
            let stated = plain(cited.amount.as_deref().unwrap_or_default());
            let _ = writeln!(out, "  stated: {stated}{told}, {verdict}  {}", style.paint(Colour::Dim, &from));
        }
        out.push('\n');
    }
}
