//! JSON lines in, JSON lines out: a command as one filter among many.

use std::io::{self, BufRead, BufWriter, Write};

use rayon::prelude::*;

use super::{Failure, PASSED, output};

/// Bytes of input that are read before the cores share them out; bounds the memory whatever the input's length.
const BATCH: usize = 4 << 20;

/// What a filter says to one line of input.
pub(super) struct Answer {
    /// The line of output, without its end.
    pub(super) json: Vec<u8>,
    /// What is told on standard error.
    pub(super) warning: Option<String>,
}

/// Answers JSON lines on standard input, in their order, on all cores; `answer` is given the number of a line and
/// the line. The first that it refuses ends it, and the answers to those before are written.
pub(super) fn filter(answer: impl Fn(usize, &[u8]) -> Result<Answer, String> + Sync) -> Result<u8, Failure> {
    let mut input = io::stdin().lock();
    let mut written = Output::new();
    let mut number = 0;
    loop {
        let lines = batch(&mut input, &mut number)?;
        if lines.is_empty() {
            written.end()?;
            return Ok(PASSED);
        }
        let answers: Vec<_> = lines.par_iter().map(|(number, line)| answer(*number, line)).collect();
        for answer in answers {
            match answer {
                Ok(Answer { json, warning }) => {
                    if let Some(warning) = warning {
                        output::tell(&warning);
                    }
                    if !written.write(&[json])? {
                        return Ok(PASSED);
                    }
                }
                Err(message) => {
                    written.end()?;
                    return Err(Failure::new(message));
                }
            }
        }
    }
}

/// The next lines that are not empty, with their numbers.
fn batch(input: &mut impl BufRead, number: &mut usize) -> Result<Vec<(usize, Vec<u8>)>, Failure> {
    let mut lines = Vec::new();
    let mut size = 0;
    while size < BATCH {
        let mut line = Vec::new();
        let read = input.read_until(b'\n', &mut line).map_err(|it| Failure::new(format!("could not read standard input: {it}")))?;
        if read == 0 {
            break;
        }
        *number += 1;
        size += read;
        if !line.trim_ascii().is_empty() {
            lines.push((*number, line));
        }
    }
    Ok(lines)
}

/// Standard output, buffered.
pub(super) struct Output {
    out: BufWriter<io::Stdout>,
}

impl Output {
    pub(super) fn new() -> Self {
        Self { out: BufWriter::new(io::stdout()) }
    }

    /// Writes lines; false where nobody reads them any more.
    pub(super) fn write(&mut self, rows: &[Vec<u8>]) -> Result<bool, Failure> {
        let written = rows.iter().try_for_each(|it| self.out.write_all(it).and_then(|()| self.out.write_all(b"\n")));
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
