//! What a kind of inconsistency is, for people: what is reported, what is left alone, with examples.

use std::fmt::Write;

use super::conflicts::wrapped;
use super::style::{Colour, Style};
use crate::cross::{Example, Rule};

/// Renders the explanation of a rule.
pub fn render(rule: &Rule, style: Style) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}\n", style.paint(Colour::Bold, rule.code));
    for line in wrapped(rule.summary, style.width, 0) {
        let _ = writeln!(out, "{line}");
    }
    examples(&mut out, "Reported", rule.reports, style);
    examples(&mut out, "Left alone", rule.spares, style);
    out
}

fn examples(out: &mut String, title: &str, examples: &[Example], style: Style) {
    if !examples.is_empty() {
        let _ = writeln!(out, "\n{}", style.paint(Colour::Bold, title));
    }
    for (index, example) in examples.iter().enumerate() {
        if index > 0 {
            out.push('\n');
        }
        for (published, text) in *example {
            for (at, line) in wrapped(text, style.width.saturating_sub(14), 0).iter().enumerate() {
                let day = if at == 0 { *published } else { "" };
                let _ = writeln!(out, "  {}  {line}", style.paint(Colour::Dim, &format!("{day:<10}")));
            }
        }
    }
}
