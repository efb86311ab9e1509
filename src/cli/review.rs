//! `onrecord review`, `accept`, `reject`: what was found becomes what is approved, by a person.

use std::collections::VecDeque;
use std::fmt::Write;

use super::{BROKEN, Context, DIFFERS, Failure, PASSED, output};
use crate::report::change_headline;
use crate::report::diff::diff;
use crate::report::style::{Colour, Style};
use crate::run::{Filter, Run, is_expected};
use crate::snapshot::{Change, Kind, Snapshots};
use crate::untrusted::plain;

/// Arguments of `review`, `accept` and `reject`.
#[derive(clap::Args)]
pub(super) struct Arguments {
    /// Only snapshots of assertions with this in their id, claim or file, or with this tag
    filter: Vec<String>,
}

/// The changes that the filter names, verdict flips first, with what they are changes of.
struct Changes {
    run: Run,
    snapshots: Snapshots,
    list: Vec<Change>,
}

impl Context {
    /// What is not as approved now, whatever a former run proposed; none where a file could not be read.
    fn changes(&self, arguments: &Arguments) -> Result<Option<Changes>, Failure> {
        let workspace = self.workspace()?;
        let filter = Filter::new(&arguments.filter);
        let run = self.run(&workspace, &filter)?;
        if run.is_broken() {
            output::tell("nothing was changed: mend the above first, else what it hides would look like a change\n");
            return Ok(None);
        }
        let snapshots = Snapshots::of(&workspace);
        let mut changes = snapshots.compare(&run, filter.is_empty())?;
        changes.sort_by(|one, other| (one.kind, &one.name).cmp(&(other.kind, &other.name)));
        Ok(Some(Changes { run, snapshots, list: changes }))
    }
}

pub(super) fn accept(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    let Some(found) = context.changes(arguments)? else { return Ok(BROKEN) };
    let mut out = String::new();
    for change in &found.list {
        found.snapshots.accept(change)?;
        let done = if change.kind == Kind::Orphan { "removed" } else { "accepted" };
        let _ = writeln!(out, "{done} snapshots/{}", plain(&change.name));
    }
    if found.list.is_empty() {
        out.push_str("everything is as approved\n");
    }
    output::print(&out)?;
    tell_unexpected(&found.run);
    Ok(PASSED)
}

/// Approving a result never hides that it is not the expected one.
fn tell_unexpected(run: &Run) {
    let unexpected = run.results().filter(|(assertion, outcome)| !is_expected(assertion, outcome)).count();
    if unexpected > 0 {
        let what = if unexpected == 1 { "1 assertion has" } else { &format!("{unexpected} assertions have") };
        output::tell(&format!("`onrecord check` still fails: {what} another verdict than expected\n"));
    }
}

pub(super) fn reject(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    let Some(found) = context.changes(arguments)? else { return Ok(BROKEN) };
    let mut out = String::new();
    for change in &found.list {
        if found.snapshots.reject(change)? {
            let _ = writeln!(out, "dropped snapshots/{}.new", plain(&change.name));
        }
    }
    if out.is_empty() {
        out.push_str("nothing is proposed\n");
    }
    output::print(&out)?;
    Ok(PASSED)
}

pub(super) fn review(context: &Context, arguments: &Arguments) -> Result<u8, Failure> {
    let Some(found) = context.changes(arguments)? else { return Ok(BROKEN) };
    let style = context.style();
    if found.list.is_empty() {
        output::print("everything is as approved\n")?;
        return Ok(PASSED);
    }
    if !console::user_attended() || context.environment.ci {
        let all = found.list.iter().enumerate().map(|(index, it)| shown(it, index, found.list.len(), style));
        output::print(&all.collect::<String>())?;
        output::tell("there is no terminal to ask on: `onrecord accept [FILTER]` approves, `onrecord reject [FILTER]` drops\n");
        return Ok(DIFFERS);
    }
    walk(&found, style)
}

/// What a person decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Accept,
    Reject,
    Skip,
    AcceptAll,
    Quit,
}

impl Answer {
    fn of(key: char) -> Option<Self> {
        match key {
            'a' => Some(Self::Accept),
            'r' => Some(Self::Reject),
            's' | ' ' => Some(Self::Skip),
            'A' => Some(Self::AcceptAll),
            'q' | '\u{1b}' | '\u{3}' => Some(Self::Quit),
            _ => None,
        }
    }
}

fn walk(found: &Changes, style: Style) -> Result<u8, Failure> {
    let (mut accepted, mut rejected) = (0, 0);
    let total = found.list.len();
    let mut left: VecDeque<_> = found.list.iter().enumerate().collect();
    let mut all = false;
    while let Some((index, change)) = left.pop_front() {
        let answer = if all {
            Answer::Accept
        } else {
            output::print(&shown(change, index, total, style))?;
            ask(style)?
        };
        match answer {
            Answer::Accept | Answer::AcceptAll => {
                found.snapshots.accept(change)?;
                accepted += 1;
                all |= answer == Answer::AcceptAll;
            }
            Answer::Reject => {
                found.snapshots.reject(change)?;
                rejected += 1;
            }
            Answer::Skip => {}
            Answer::Quit => break,
        }
    }
    output::print(&format!("{accepted} accepted, {rejected} rejected, {} left\n", total - accepted - rejected))?;
    tell_unexpected(&found.run);
    Ok(if accepted == total { PASSED } else { DIFFERS })
}

fn ask(style: Style) -> Result<Answer, Failure> {
    let keys = [("a", "ccept"), ("r", "eject"), ("s", "kip"), ("A", "ccept all the rest"), ("q", "uit")];
    let keys: Vec<_> = keys.iter().map(|(key, rest)| format!("[{}]{rest}", style.paint(Colour::Bold, key))).collect();
    output::print(&format!("{} ", keys.join("  ")))?;
    loop {
        if let Some(answer) = Answer::of(console::Term::stdout().read_char()?) {
            output::print("\n\n")?;
            return Ok(answer);
        }
    }
}

fn shown(change: &Change, index: usize, total: usize, style: Style) -> String {
    let title = format!("{}/{total} {}: {}", index + 1, plain(&change.name), change_headline(change.kind));
    let mut out = format!("{}\n", style.paint(Colour::Bold, &title));
    if change.kind == Kind::Orphan {
        out.push_str("accepting it removes the snapshot\n");
    }
    out.push_str(&diff(change.old.as_deref().unwrap_or_default(), change.new.as_deref().unwrap_or_default(), style));
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_an_answer_or_nothing() {
        assert_eq!(Answer::of('a'), Some(Answer::Accept));
        assert_eq!(Answer::of('A'), Some(Answer::AcceptAll));
        assert_eq!(Answer::of('x'), None);
    }
}
