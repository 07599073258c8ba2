#![no_main]
#![allow(dead_code, reason = "each target asks one of the laws")]

#[path = "../../tests/hostile/harmless.rs"]
mod harmless;
#[path = "../../tests/hostile/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    laws::translation(&String::from_utf8_lossy(input));
});
