//! Every format renders the same run; what a document says is shown and never obeyed.

use super::sample;
use super::style::{Detail, Style};
use super::{Format, Report};

fn rendered(format: Format) -> String {
    let (run, changes) = (sample::run(), sample::changes());
    format.render(&Report::new(&run, &changes), Style::default())
}

fn check(format: Format) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("snapshots");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.add_filter(r#""version": "\d+\.\d+\.\d+""#, r#""version": "0.0.0""#);
    settings.add_filter(env!("CARGO_PKG_VERSION"), "0.0.0");
    settings.bind(|| insta::assert_snapshot!(format.name(), rendered(format)));
}

#[test]
fn text_tells_what_failed_and_why() {
    check(Format::Text);
}

#[test]
fn json_holds_everything() {
    check(Format::Json);
    let value: serde_json::Value = serde_json::from_str(&rendered(Format::Json)).unwrap();
    assert_eq!(value["summary"], serde_json::json!({ "passed": 1, "failed": 1 }));
    let evidence = &value["results"][1]["evidence"][0];
    let text: Vec<char> = sample::run().corpus.documents[0].text.chars().collect();
    let at = |key: &str| usize::try_from(evidence[key].as_u64().unwrap()).unwrap();
    let exact: String = text[at("start")..at("end")].iter().collect();
    assert_eq!(evidence["exact"], exact, "the offsets count characters of the document's text");
}

#[test]
fn junit_lists_a_case_for_each_assertion() {
    check(Format::Junit);
}

#[test]
fn sarif_points_at_lines() {
    check(Format::Sarif);
    assert!(serde_json::from_str::<serde_json::Value>(&rendered(Format::Sarif)).is_ok());
}

#[test]
fn github_annotates_lines() {
    check(Format::Github);
}

#[test]
fn markdown_fits_a_pull_request() {
    check(Format::Markdown);
}

#[test]
fn html_is_one_file() {
    check(Format::Html);
}

#[test]
fn no_format_passes_an_escape_on() {
    for format in Format::ALL {
        let shown = rendered(format);
        let escape = shown.chars().find(|it| it.is_control() && *it != '\n');
        assert_eq!(escape, None, "{}", format.name());
        assert!(!shown.contains("##["), "{}", format.name());
        let commands = shown.lines().filter(|it| it.trim_start().starts_with("::") && !it.trim_start().starts_with(":::"));
        let own = commands.filter(|it| !it.contains("file=") && !it.contains("title="));
        assert_eq!(own.count(), 0, "{}", format.name());
        if matches!(format, Format::Html | Format::Markdown | Format::Junit) {
            assert!(!shown.contains("<b>crews") && !shown.contains("<i>grain"), "{}", format.name());
        }
    }
}

#[test]
fn quiet_is_a_line_for_each_failure() {
    let run = sample::run();
    let style = Style { detail: Detail::Quiet, ..Style::default() };
    let shown = Format::Text.render(&Report::new(&run, &[]), style);
    assert_eq!(shown, "assertions/port.toml:2: contradicted: Holm: 46 tonnes of <i>grain</i> (supported expected)\n");
}
