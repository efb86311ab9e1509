//! How a report for people looks: colours, width, and how much is told.

/// How much is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// What failed, a line each.
    Quiet,
    /// What failed, and why.
    #[default]
    Normal,
    /// What passed, too.
    Verbose,
}

/// How a report for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether words are coloured.
    pub coloured: bool,
    /// Columns to write in.
    pub width: usize,
    /// How much is told.
    pub detail: Detail,
}

impl Default for Style {
    fn default() -> Self {
        Self { coloured: false, width: 80, detail: Detail::Normal }
    }
}

/// A colour with a meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// What is well, or added.
    Green,
    /// What is wrong, or taken away.
    Red,
    /// What to look at.
    Yellow,
    /// What matters less.
    Dim,
    /// A title.
    Bold,
    /// A changed word among added ones.
    GreenWord,
    /// A changed word among removed ones.
    RedWord,
}

impl Style {
    /// `text` in `colour`, where words are coloured.
    pub fn paint(&self, colour: Colour, text: &str) -> String {
        if !self.coloured || text.is_empty() {
            return text.to_owned();
        }
        let code = match colour {
            Colour::Green => "32",
            Colour::Red => "31",
            Colour::Yellow => "33",
            Colour::Dim => "2",
            Colour::Bold => "1",
            Colour::GreenWord => "1;4;32",
            Colour::RedWord => "1;4;31",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }

    /// The renderer of excerpts in this style.
    pub fn renderer(&self) -> annotate_snippets::Renderer {
        let renderer = if self.coloured { annotate_snippets::Renderer::styled() } else { annotate_snippets::Renderer::plain() };
        renderer.term_width(self.width)
    }
}
