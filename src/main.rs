//! The `onrecord` command.

use mimalloc::MiMalloc;

/// A document is read into many small lists that are soon dropped, which this allocator is quicker at than the system's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> std::process::ExitCode {
    onrecord::cli::main()
}
