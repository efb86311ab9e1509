//! The project's own assertions, one trial each.

fn main() -> std::process::ExitCode {
    onrecord::harness::run(env!("CARGO_MANIFEST_DIR"))
}
