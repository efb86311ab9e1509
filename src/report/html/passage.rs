//! A passage of a document on the page: its words, who says so, and where it stands.

use std::fmt::Write;

use super::super::excerpt::amount_words;
use super::super::text::bearing;
use super::super::xml::escaped;
use crate::corpus::{Corpus, Document};
use crate::cross::Cited;
use crate::snapshot::{answer_name, facets, stance};
use crate::text::Span;
use crate::verify::Evidence;

/// A passage that was weighed for a claim, its amount marked, with what each facet came to.
pub(super) fn evidence(out: &mut String, corpus: &Corpus, evidence: &Evidence) {
    let Some(document) = corpus.documents.get(evidence.document) else { return };
    let marks = amount_words(document, evidence);
    let _ = writeln!(out, "<blockquote class=\"{}\">{}", stance(evidence.bearing), marked(document, evidence.span, &marks));
    let _ = writeln!(out, "<footer>{}: {}</footer>", source(document, evidence.span), escaped(&bearing(evidence)));
    out.push_str("<ul>");
    for (name, answer) in facets(&evidence.facets) {
        let answer = answer_name(answer);
        let _ = write!(out, "<li class=\"{answer}\">{name} {answer}</li>");
    }
    out.push_str("</ul></blockquote>\n");
}

/// A statement of an inconsistency, with what was read of it.
pub(super) fn cited(out: &mut String, corpus: &Corpus, cited: &Cited) {
    let Some(document) = corpus.documents.get(cited.document) else { return };
    let mut told = vec![source(document, cited.span)];
    told.extend(cited.speaker.as_deref().map(|it| format!("said by {}", escaped(it))));
    told.extend(cited.amount.as_deref().map(escaped));
    told.extend(cited.as_of.map(|it| format!("as of {it}")));
    let words = marked(document, document.sentence(cited.span), &[cited.span]);
    let _ = writeln!(out, "<blockquote>{words}\n<footer>{}</footer></blockquote>", told.join(" · "));
}

/// The words of `span`, with the `marks` inside it set off.
fn marked(document: &Document, span: Span, marks: &[Span]) -> String {
    let words = |from: u32, to: u32| escaped(Span::new(from as usize, to as usize).of(&document.text));
    let Some(mark) = marks.iter().find(|it| span.contains(**it)) else { return words(span.start, span.end) };
    format!("{}<mark>{}</mark>{}", words(span.start, mark.start), words(mark.start, mark.end), words(mark.end, span.end))
}

/// Who published the document and when, and the line of its text.
fn source(document: &Document, span: Span) -> String {
    let (line, _) = document.lines.place(&document.text, span.start);
    let metadata = &document.metadata;
    let mut told: Vec<_> = metadata.publisher.as_deref().map(escaped).into_iter().collect();
    told.extend(metadata.published.map(|it| it.to_string()));
    told.push(format!("<code>{}:{line}</code>", escaped(&document.id)));
    told.join(", ")
}
