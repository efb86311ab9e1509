//! Reads a text: quantities, dates, who said what, and the statements that these make.
//!
//! Reading is pure and never fails: a text and the date it was published in, values out. What no rule reads stays unread.
//! Sentences without a number, a date or a cue are passed over on the classes of their words alone.

pub mod attribution;
pub mod date;
mod lexicon;
pub mod period;
pub mod quantity;
pub mod statement;
mod when;

use crate::text::{Sentence, Text};
pub use attribution::{Attribution, Stance};
pub use date::DateMention;
pub use lexicon::lexicon;
pub use period::Period;
pub use quantity::{Interval, Qualifier, Quantity, Trend, Unit, Value};
pub use statement::Statement;

/// What a reader knows of a document beside its text.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// When it was published, which anchors "Thursday" and "last month".
    pub published: Option<Period>,
    /// Its BCP 47 language tag, which decides whether 03/04 is in March or in April; `en` where empty.
    pub language: String,
}

/// All that was read off one text.
#[derive(Debug, Default)]
pub struct Reading {
    /// The sentences.
    pub sentences: Vec<Sentence>,
    /// The quantities, in order of their place.
    pub quantities: Vec<Quantity>,
    /// The dates, in order of their place.
    pub dates: Vec<DateMention>,
    /// Who said what, in order of the contents.
    pub attributions: Vec<Attribution>,
    /// The statements, in order of their sentences.
    pub statements: Vec<Statement>,
}

/// Reads `source`.
///
/// # Example
///
/// ```
/// let reading = onrecord::extract::read("Holm said 64% had been rebuilt.", &Default::default());
/// assert_eq!(reading.quantities[0].unit.symbol(), "%");
/// ```
pub fn read(source: &str, setting: &Setting) -> Reading {
    let text = Text::new(source, lexicon());
    let dates = date::dates(&text, setting);
    let quantities = quantity::quantities(&text, &dates);
    let attributions = attribution::attributions(&text);
    let mut statements = statement::statements(&text, &quantities, &dates, &attributions, setting);
    when::tell(&text, &mut statements, &quantities, &dates, &attributions, setting);
    Reading { sentences: text.sentences, quantities, dates, attributions, statements }
}

#[cfg(test)]
mod tests;
