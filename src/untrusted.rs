//! Makes words from documents safe to show: corpus text is untrusted.
//!
//! A document may hold terminal escapes, characters that turn the direction of writing, and lines that a build server
//! takes for commands. Reports for people show such characters as what they are, or as a space.

use std::borrow::Cow;

/// `text` on one line, with nothing that a terminal, a diff or a build server would obey.
///
/// Runs of white space become one space; control characters become their pictures, those that turn the direction of
/// writing or show nothing become `�`.
pub fn plain(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match shown(character) {
            // A build server takes `##[` for a command, wherever in a line it stands.
            '[' if out.ends_with("##") => {
                out.pop();
                out.push_str(" #[");
            }
            ' ' if out.ends_with(' ') => {}
            shown => out.push(shown),
        }
    }
    Cow::Owned(out)
}

fn is_plain(text: &str) -> bool {
    let mut before = ' ';
    for character in text.chars() {
        if shown(character) != character || (character == ' ' && before == ' ') || (character == '[' && before == '#') {
            return false;
        }
        before = character;
    }
    before != ' ' || text.is_empty()
}

/// What stands for `character` where people read it.
pub fn shown(character: char) -> char {
    match character {
        ' '..='~' => character,
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        _ if is_hidden(character) => char::REPLACEMENT_CHARACTER,
        _ if character.is_whitespace() => ' ',
        _ => character,
    }
}

/// Whether a character is obeyed rather than shown: controls, directions of writing, marks without a width, tags.
pub fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{80}'..='\u{9f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(input: &str, expected: &str) {
        assert_eq!(plain(input), expected);
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        check("Größe: 800 km² – “gut” 北京", "Größe: 800 km² – “gut” 北京");
        check("", "");
    }

    #[test]
    fn lines_become_one_line() {
        check(" one\r\n  two\tthree\u{a0}four ", "one two three four");
    }

    #[test]
    fn terminal_escapes_are_shown_not_obeyed() {
        check("\u{1b}[31mred\u{1b}[0m \u{9b}2J \u{7}", "␛[31mred␛[0m �2J ␇");
    }

    #[test]
    fn marks_that_turn_the_writing_are_shown() {
        check("user\u{202e}nimda\u{2066}", "user�nimda�");
    }

    #[test]
    fn a_build_server_finds_no_command() {
        check("##[error]x ###[warning]", "# #[error]x ## #[warning]");
    }
}
