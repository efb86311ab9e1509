//! Works out one side of a declared equation.

use rust_decimal::Decimal;

use crate::claim::{Operand, Operator};

/// One side of an equation, as it was declared.
pub(super) type Side = [(Operator, Operand)];

/// The measures that a side names, in order.
pub(super) fn measures(side: &Side) -> Vec<&str> {
    side.iter()
        .filter_map(|(_, operand)| match operand {
            Operand::Measure(id, _) => Some(id.as_str()),
            Operand::Number(_) => None,
        })
        .collect()
}

/// What a side comes to, with `value` giving that of each measure; none where something is divided by zero or overflows.
pub(super) fn result(side: &Side, value: impl Fn(&str) -> Option<Decimal>) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    let mut product = Decimal::ZERO;
    for (operator, operand) in side {
        let operand = match operand {
            Operand::Measure(id, _) => value(id)?,
            Operand::Number(number) => *number,
        };
        match operator {
            Operator::Times => product = product.checked_mul(operand)?,
            Operator::Over => product = product.checked_div(operand)?,
            Operator::Plus | Operator::Minus => {
                sum = sum.checked_add(product)?;
                product = if *operator == Operator::Plus { operand } else { -operand };
            }
        }
    }
    sum.checked_add(product)
}

/// A side with its amounts in the place of its measures.
pub(super) fn shown(side: &Side, amount: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for (index, (operator, operand)) in side.iter().enumerate() {
        let sign = match operator {
            Operator::Plus => " + ",
            Operator::Minus => " − ",
            Operator::Times => " × ",
            Operator::Over => " / ",
        };
        if index > 0 {
            out.push_str(sign);
        }
        match operand {
            Operand::Measure(id, _) => out.push_str(&amount(id)),
            Operand::Number(number) => out.push_str(&number.to_string()),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Equation;

    fn check(equation: &str, expected: Option<Decimal>) {
        let value = |id: &str| match id {
            "ferry.lost-share" => Some(Decimal::new(25, 2)),
            "lost" => Some(Decimal::from(50)),
            _ => None,
        };
        let side = Equation::parse(equation).expect("the test writes equations").left;
        assert_eq!(result(&side, value), expected, "{equation}");
    }

    #[test]
    fn products_bind_closer_than_sums() {
        check("lost / ferry.lost-share = fleet", Some(Decimal::from(200)));
        check("lost + lost × 2 = fleet", Some(Decimal::from(150)));
        check("lost - 20 − 5 = fleet", Some(Decimal::from(25)));
        check("lost - 20 × 2 = fleet", Some(Decimal::from(10)));
    }

    #[test]
    fn nothing_is_divided_by_zero() {
        check("lost / 0 = fleet", None);
        check("lost / rest = fleet", None);
    }
}
