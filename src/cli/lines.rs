//! JSON lines in, JSON lines out: a command as one filter among many.
//!
//! One thread reads ahead, all cores answer, and what was answered is written meanwhile. Each hands a bounded number of
//! batches on, so that the memory does not grow with the stream.

use std::io::{self, BufRead, BufWriter, Read, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use rayon::prelude::*;

use super::{Failure, PASSED, output};

/// Bytes of input that are read before the cores share them out.
const BATCH: usize = 2 << 20;

/// Bytes of input that one core answers at a time.
const PIECE: usize = 32 << 10;

/// Batches that may wait between two of the threads.
const WAITING: usize = 1;

/// What a filter does with a line of input, given its number: it adds its line of output to the buffer, without the end, and
/// answers with a warning, if there is one, or with why it refuses the line.
type Answer = fn(usize, &[u8], &mut Vec<u8>) -> Result<Option<String>, String>;

/// Whole lines of the input.
#[derive(Default)]
struct Batch {
    bytes: Vec<u8>,
    /// The number of the first line.
    number: usize,
}

/// The answers to some lines, in their order.
#[derive(Default)]
struct Answers {
    /// Lines of output, each with its end.
    json: Vec<u8>,
    /// What is told on standard error.
    warnings: String,
    /// Why a line was refused, with which it ends.
    refused: Option<String>,
}

/// Answers JSON lines on standard input, in their order, on all cores.
///
/// The first line that `answer` refuses ends it, and the answers to those before are written.
pub(super) fn filter(answer: Answer) -> Result<u8, Failure> {
    let (to_answer, read) = sync_channel(WAITING);
    let (to_write, answered) = sync_channel(WAITING);
    // The threads end with the process: where nobody reads the output any more, one may still wait for input.
    thread::spawn(move || read_all(&mut io::stdin().lock(), &to_answer));
    thread::spawn(move || answer_all(&read, answer, &to_write));
    let mut written = Output::new();
    for answers in answered {
        for Answers { json, warnings, refused } in answers? {
            if !warnings.is_empty() {
                output::tell(&warnings);
            }
            if !written.write(&json)? {
                return Ok(PASSED);
            }
            if let Some(message) = refused {
                written.end()?;
                return Err(Failure::new(message));
            }
        }
    }
    written.end()?;
    Ok(PASSED)
}

/// Reads all batches; ends early where nobody takes them any more.
fn read_all(input: &mut impl Read, batches: &SyncSender<Result<Batch, Failure>>) {
    let mut rest = Vec::new();
    let mut number = 1;
    loop {
        let mut bytes = std::mem::take(&mut rest);
        match fill(input, &mut bytes, &mut rest) {
            Ok(()) if bytes.is_empty() => return,
            Ok(()) => {
                let lines = line_ends(&bytes);
                if batches.send(Ok(Batch { bytes, number })).is_err() {
                    return;
                }
                number += lines;
            }
            Err(error) => {
                let _ = batches.send(Err(Failure::new(format!("could not read standard input: {error}"))));
                return;
            }
        }
    }
}

/// Fills `bytes` up with whole lines; what was read of the line behind them is put into `rest`.
fn fill(input: &mut impl Read, bytes: &mut Vec<u8>, rest: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let known = bytes.len();
        let more = BATCH.saturating_sub(known).max(BATCH / 4);
        bytes.reserve(more);
        let read = input.by_ref().take(more as u64).read_to_end(bytes)?;
        let ends = read < more;
        let last = bytes.get(known..).unwrap_or_default().iter().rposition(|it| *it == b'\n');
        if let Some(last) = last.filter(|_| !ends) {
            rest.extend_from_slice(bytes.get(known + last + 1..).unwrap_or_default());
            bytes.truncate(known + last + 1);
        }
        if ends || last.is_some() {
            return Ok(());
        }
    }
}

/// Answers all batches, each on all cores.
fn answer_all(batches: &Receiver<Result<Batch, Failure>>, answer: Answer, answered: &SyncSender<Result<Vec<Answers>, Failure>>) {
    for batch in batches {
        let answers = batch.map(|batch| pieces(&batch).into_par_iter().map(|(number, piece)| answers(number, piece, answer)).collect());
        if answered.send(answers).is_err() {
            return;
        }
    }
}

/// A batch cut up between lines, each piece with the number of its first line.
fn pieces(batch: &Batch) -> Vec<(usize, &[u8])> {
    let mut pieces = Vec::new();
    let mut number = batch.number;
    let mut rest = batch.bytes.as_slice();
    while !rest.is_empty() {
        let end = rest.len().min(PIECE);
        let end = end + line(rest.get(end..).unwrap_or_default());
        let (piece, after) = rest.split_at(end);
        pieces.push((number, piece));
        number += line_ends(piece);
        rest = after;
    }
    pieces
}

/// The bytes of the first line, its end counted.
fn line(mut bytes: &[u8]) -> usize {
    bytes.skip_until(b'\n').expect("memory is read without an error")
}

fn line_ends(bytes: &[u8]) -> usize {
    // A byte counts as many as a block may have, which is sooner done for many at a time.
    let count = |block: &[u8]| usize::from(block.iter().fold(0_u8, |sum, it| sum + u8::from(*it == b'\n')));
    bytes.chunks(u8::MAX.into()).map(count).sum()
}

/// The answers to the lines of a piece that are not empty.
fn answers(number: usize, piece: &[u8], answer: Answer) -> Answers {
    // A row is a few times as long as its text.
    let mut answers = Answers { json: Vec::with_capacity(3 * piece.len()), ..Answers::default() };
    let mut rest = piece;
    for number in number.. {
        let (line, behind) = rest.split_at(line(rest));
        if line.is_empty() {
            break;
        }
        rest = behind;
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        if line.trim_ascii().is_empty() {
            continue;
        }
        match answer(number, line, &mut answers.json) {
            Ok(warning) => {
                answers.json.push(b'\n');
                answers.warnings.extend(warning);
            }
            Err(message) => {
                answers.refused = Some(message);
                break;
            }
        }
    }
    answers
}

/// Standard output, buffered.
pub(super) struct Output {
    out: BufWriter<io::Stdout>,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { out: BufWriter::new(io::stdout()) }
    }

    /// Writes bytes; false where nobody reads them any more.
    pub(super) fn write(&mut self, bytes: &[u8]) -> Result<bool, Failure> {
        let written = self.out.write_all(bytes);
        Self::told(written)
    }

    pub(super) fn end(mut self) -> Result<bool, Failure> {
        let flushed = self.out.flush();
        Self::told(flushed)
    }

    fn told(result: io::Result<()>) -> Result<bool, Failure> {
        match result {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(Failure::new(format!("could not write to standard output: {error}"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives what it has in small portions, as a pipe does.
    struct Dripping<'b>(&'b [u8]);

    impl Read for Dripping<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let some = buffer.len().min(700);
            self.0.read(&mut buffer[..some])
        }
    }

    fn batches(input: &[u8]) -> Vec<Batch> {
        let (send, receive) = sync_channel(1000);
        read_all(&mut Dripping(input), &send);
        drop(send);
        receive.into_iter().map(|it| it.unwrap_or_else(|_| panic!("nothing fails"))).collect()
    }

    #[test]
    fn lines_keep_their_numbers_over_batches_and_pieces() {
        let long = format!("long {}", "x".repeat(3 * BATCH));
        let mut lines: Vec<String> = (1..=200_000).map(|it| format!("line {it}")).collect();
        lines.insert(70_000, long);
        lines.insert(100, String::new());
        for end in ["\n", ""] {
            let input = lines.join("\n") + end;
            let batches = batches(input.as_bytes());
            assert!(batches.len() > 2);
            let mut seen = 0;
            for batch in &batches {
                for (number, piece) in pieces(batch) {
                    assert_eq!(number, seen + 1);
                    for line in piece.strip_suffix(b"\n").unwrap_or(piece).split(|it| *it == b'\n') {
                        assert_eq!(line, lines[seen].as_bytes());
                        seen += 1;
                    }
                }
            }
            assert_eq!(seen, lines.len());
        }
        assert!(batches(b"").is_empty());
    }

    #[test]
    fn a_refused_line_ends_the_answers() {
        let answer = |number: usize, line: &[u8], out: &mut Vec<u8>| {
            out.extend_from_slice(line);
            if line == b"no" { Err(format!("line {number}")) } else { Ok((line == b"hm").then(|| "hm!".to_owned())) }
        };
        let all = answers(7, b"one\n\n \nhm\ntwo\n", answer);
        assert_eq!((all.json.as_slice(), all.warnings.as_str(), all.refused), (b"one\nhm\ntwo\n".as_slice(), "hm!", None));
        assert_eq!(answers(7, b"one\n\nno\ntwo\n", answer).refused.as_deref(), Some("line 9"));
    }
}
