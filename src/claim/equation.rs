//! Equations over measures: `port.unloaded / port.ships = port.load`.

use rust_decimal::Decimal;

use crate::text::Span;

/// Two sides that must be equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equation {
    /// What stands before `=`.
    pub left: Vec<(Operator, Operand)>,
    /// What stands behind it.
    pub right: Vec<(Operator, Operand)>,
}

/// What joins an operand to those before it; the first of a side is joined by `Plus`. `Times` and `Over` bind closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Over,
}

/// A measure or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// The id of a measure, and where it stands in the equation.
    Measure(String, Span),
    /// A number.
    Number(Decimal),
}

/// What is wrong with an equation, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The words that are wrong.
    pub span: Span,
    /// What is wrong with them.
    pub message: String,
}

impl Equation {
    /// Reads `text`; words and signs stand apart, because a measure's id may hold hyphens.
    pub fn parse(text: &str) -> Result<Self, Mistake> {
        let mut sides = vec![Vec::new()];
        let mut operator = Some(Operator::Plus);
        let mistake = |span, message: String| Err(Mistake { span, message });
        for (span, word) in words(text) {
            let sign = match word {
                "+" => Some(Operator::Plus),
                "-" | "−" => Some(Operator::Minus),
                "*" | "×" => Some(Operator::Times),
                "/" | "÷" => Some(Operator::Over),
                _ => None,
            };
            match operator {
                Some(_) if sign.is_some() || word == "=" => return mistake(span, format!("a measure is missing before `{word}`")),
                Some(joined) => {
                    let operand = operand(span, word)?;
                    if let Some(side) = sides.last_mut() {
                        side.push((joined, operand));
                    }
                    operator = None;
                }
                None if word == "=" && sides.len() == 2 => return mistake(span, "an equation has one `=`".to_owned()),
                None if word == "=" => {
                    sides.push(Vec::new());
                    operator = Some(Operator::Plus);
                }
                None if sign.is_some() => operator = sign,
                None => return mistake(span, format!("one of `+ - * / =` is missing before `{word}`")),
            }
        }
        let end = Span::new(text.trim_end().len(), text.trim_end().len());
        if operator.is_some() {
            return mistake(end, "a measure is missing at the end".to_owned());
        }
        match <[_; 2]>::try_from(sides) {
            Ok([left, right]) => Ok(Self { left, right }),
            Err(_) => mistake(end, "an equation has one `=`".to_owned()),
        }
    }

    /// The measures of both sides, in order, with where they stand.
    pub fn measures(&self) -> impl Iterator<Item = (&str, Span)> {
        self.left.iter().chain(&self.right).filter_map(|(_, operand)| match operand {
            Operand::Measure(id, span) => Some((id.as_str(), *span)),
            Operand::Number(_) => None,
        })
    }
}

fn words(text: &str) -> impl Iterator<Item = (Span, &str)> {
    text.split_whitespace().map(move |word| {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        (Span::new(start, start + word.len()), word)
    })
}

fn operand(span: Span, word: &str) -> Result<Operand, Mistake> {
    if let Ok(number) = word.parse() {
        return Ok(Operand::Number(number));
    }
    if word.contains(['+', '*', '/', '=', '(', ')']) {
        return Err(Mistake { span, message: format!("`{word}` is no measure; put blanks around `+ - * / =`") });
    }
    Ok(Operand::Measure(word.to_owned(), span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_and_numbers_are_joined_by_signs() {
        let read = Equation::parse("port.un-loaded / port.ships = 2 * port.load - port.rest").unwrap();
        let measures: Vec<_> = read.measures().map(|it| it.0).collect();
        assert_eq!(measures, ["port.un-loaded", "port.ships", "port.load", "port.rest"]);
        let signs: Vec<_> = read.right.iter().map(|it| it.0).collect();
        assert_eq!(signs, [Operator::Plus, Operator::Times, Operator::Minus]);
    }

    #[test]
    fn a_mistake_points_at_its_word() {
        let check = |text: &str, word: &str, message: &str| {
            let mistake = Equation::parse(text).unwrap_err();
            assert_eq!((mistake.span.of(text), mistake.message.as_str()), (word, message), "{text}");
        };
        check("a + b", "", "an equation has one `=`");
        check("a = b = c", "=", "an equation has one `=`");
        check("a b = c", "b", "one of `+ - * / =` is missing before `b`");
        check("a + = c", "=", "a measure is missing before `=`");
        check("a = b +", "", "a measure is missing at the end");
        check("a/b = c", "a/b", "`a/b` is no measure; put blanks around `+ - * / =`");
    }
}
