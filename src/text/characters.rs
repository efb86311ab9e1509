//! Counts characters where the rest of the reader counts bytes.

use super::span::Span;

/// Turns byte offsets of one text into counts of Unicode characters, as other programs want them.
#[derive(Debug)]
pub struct Characters<'t> {
    source: &'t str,
    ascii: bool,
    /// Characters before every block of [`BLOCK`] bytes.
    blocks: Vec<u32>,
}

const BLOCK: usize = 64;

impl<'t> Characters<'t> {
    /// Counts the characters of `source`.
    pub fn new(source: &'t str) -> Self {
        let ascii = source.is_ascii();
        let mut blocks = Vec::new();
        if !ascii {
            blocks.reserve_exact(source.len() / BLOCK + 1);
            let mut count = 0;
            for block in source.as_bytes().chunks(BLOCK) {
                blocks.push(count);
                count += starts(block);
            }
        }
        Self { source, ascii, blocks }
    }

    /// The number of characters before the byte `offset`.
    pub fn before(&self, offset: u32) -> u32 {
        if self.ascii {
            return offset;
        }
        let offset = offset as usize;
        let block = (offset / BLOCK).min(self.blocks.len().saturating_sub(1));
        let rest = self.source.as_bytes().get(block * BLOCK..offset).unwrap_or_default();
        self.blocks.get(block).copied().unwrap_or_default() + starts(rest)
    }

    /// The first character of a span and the one after its last.
    pub fn of(&self, span: Span) -> (u32, u32) {
        (self.before(span.start), self.before(span.end))
    }
}

/// The bytes of at most a block that begin a character.
fn starts(bytes: &[u8]) -> u32 {
    // A byte counts as many as a block has, which is sooner done for many at a time.
    bytes.iter().fold(0_u8, |sum, it| sum + u8::from(it & 0xc0 != 0x80)).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_is_counted_as_a_walk_over_the_characters_counts_it() {
        let source = "Größe: 800 km² – “gut” ".repeat(40);
        let characters = Characters::new(&source);
        for (count, (offset, _)) in source.char_indices().enumerate() {
            assert_eq!(characters.before(u32::try_from(offset).unwrap()) as usize, count);
        }
    }
}
