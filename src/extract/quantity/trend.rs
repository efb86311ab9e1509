//! Changes: `rose by 5%`, `up 2.8%`, `a drop of 20 points`, `34.4% higher`, `+0.2%`.

use super::draft::Draft;
use super::scan::Scan;
use super::table::tables;
use super::unit::Dimension;
use super::{Read, Rule, Trend, Unit};
use crate::text::{Class, words};

pub(super) const RULE: Rule = Rule {
    name: "trend",
    reads: &[
        ("Exports fell by 5%.", "5 % down"),
        // Where a change leads is no amount of change.
        ("Shares rose 18 cents to $2.70.", "18 cent up; 2.7 USD"),
        ("Shares were up 2.8%.", "2.8 % up"),
        ("It saw a drop of 20 points.", "20 point down"),
        ("Wheat +0.2% at noon.", "0.2 % up"),
        ("Wages grew at an annual rate of 5.1%.", "5.1 % up"),
        ("The index fell 9 points, or 0.4%, to 880.", "9 point down; 0.4 % down; 880 point"),
        ("The index lost 2.7 percent.", "2.7 % down"),
        // Things are lost and added without a change being told.
        ("They lost three boats.", "3 boat"),
        ("Fish made up 40% of exports.", "40 %"),
    ],
    ignores: &[],
    read: Read::Grow(grow),
};

fn grow(scan: &Scan<'_, '_>, draft: &mut Draft) {
    let before = draft.from.wrapping_sub(1);
    if scan.is(before, "+") && scan.glued(draft.from) && !scan.glued(before) {
        draft.trend = Some(Trend::Up);
        draft.from = before;
        return;
    }
    draft.trend = told(scan, draft, 0);
}

/// The token from which to look back for the verb: before "at an annual rate of" where that stands before `at`.
fn before_rate(scan: &Scan<'_, '_>, at: usize) -> usize {
    let rate = scan.is(at.wrapping_sub(1), "of") && scan.any(at.wrapping_sub(2), words!["rate", "pace", "clip"]);
    let from = (4..7).filter_map(|back| at.checked_sub(back)).find(|it| rate && scan.is(*it, "at") && scan.any(*it + 1, words!["a", "an"]));
    from.unwrap_or(at)
}

/// The change that is told before an amount, `skipped` tokens aside.
pub(super) fn told(scan: &Scan<'_, '_>, draft: &Draft, skipped: usize) -> Option<Trend> {
    let mut at = draft.from.checked_sub(skipped.saturating_sub(1))?;
    at = before_rate(scan, at);
    let allowed = if scan.is(at.wrapping_sub(1), "by") { 2 } else { 0 };
    let mut objects = 0;
    for _ in 0..5 {
        at = at.checked_sub(1)?;
        let class = scan.class(at);
        if class.is(Class::TREND) {
            let (trend, shares) = tables().trend(scan.word(at))?;
            let changes = *draft.unit.dimension() == Dimension::Share
                || matches!(draft.unit.symbol(), "point" | "percentage point" | "cent" | "penny" | "sen");
            // "Made up 40% of exports" tells a part.
            let made = scan.any(at.wrapping_sub(1), words!["made", "make", "makes", "making"]);
            let up_to = scan.is(at, "up") && (scan.is(at + 1, "to") || made);
            // "gave up 517 yards": an adverb of another verb.
            let adverb = scan.any(at, words!["up", "down"])
                && !changes
                && !matches!(draft.unit.dimension(), Dimension::Money | Dimension::Rate | Dimension::None);
            let stands = scan.class(at.wrapping_sub(1)).is(Class::AUXILIARY) || !scan.is_word(at.wrapping_sub(1));
            // "jumped 8.2 metres" tells how far, not of a change.
            let moved = matches!(draft.unit.dimension(), Dimension::Measure("length"))
                && (scan
                    .any(at, words!["jumped", "jump", "jumps", "jumping", "leapt", "leaping", "climbed", "climbs", "climb", "climbing"]));
            // "Rises 8,849 metres above the sea" tells how high.
            let stretched = matches!(draft.unit.dimension(), Dimension::Measure("length")) && scan.any(draft.to, words!["above", "below"]);
            if adverb && !stands || moved || stretched {
                return None;
            }
            return ((!shares || changes) && !up_to && (draft.unit != Unit::NONE || scan.any(at + 1, words!["by", "from"])))
                .then_some(trend);
        }
        let passes = scan.any(at, words!["by", "of", "another", "further", "just", "only", "even", "total"])
            || scan.ends_with(at, "ly")
            || class.is(Class::HEDGE);
        // "grow sales by 35 per cent": what changes may stand before "by".
        objects += usize::from(!passes);
        if objects > allowed || (!passes && !scan.is_word(at)) {
            return None;
        }
    }
    None
}
