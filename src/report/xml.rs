//! Escapes for XML and HTML.

use crate::untrusted::is_hidden;

/// `text` between tags or in a quoted attribute, with `�` for characters that XML does not allow or that are obeyed
/// rather than shown.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // A build server takes `##[` for a command, wherever in a line it stands.
            '[' if out.ends_with("##") => out.push_str("&#91;"),
            '\t' | '\n' => out.push(character),
            '\0'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => out.push(char::REPLACEMENT_CHARACTER),
            _ if is_hidden(character) => out.push(char::REPLACEMENT_CHARACTER),
            _ => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_of_a_document_are_no_markup() {
        assert_eq!(escaped("##[error]"), "##&#91;error]");
        assert_eq!(escaped("<a b='c'>&\"\u{1b}\u{0}\u{ffff}\u{202e}é"), "&lt;a b=&#39;c&#39;&gt;&amp;&quot;����é");
    }
}
