//! Transcripts of the tool, in `tests/cli`: command, output, exit code. A new one needs no Rust.

#[test]
fn the_tool_answers_as_its_transcripts_say() {
    // What a build server or a terminal would change is set; the rest is as it is.
    trycmd::TestCases::new().env("CI", "").env("NO_COLOR", "1").case("tests/cli/*.md").case("tests/cli/*.toml");
}
