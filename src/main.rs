//! The `shushuo` command.

mod cli;

/// Pages are made of many small pieces, which the allocators of some systems hand out slowly: that
/// of static Linux programs most of all.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
