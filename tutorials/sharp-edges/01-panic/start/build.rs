use std::process::Command;

/// Compiles the C of this lesson against the headers of the Postgres that it will be loaded into.
fn main() {
    let headers = Command::new("pg_config").arg("--includedir-server").output().unwrap();
    let gcc = Command::new("gcc")
        .args(["-shared", "-fPIC", "-o", "/work/target/day.so", "c/day.c", "-I"])
        .arg(String::from_utf8(headers.stdout).unwrap().trim())
        .status();
    assert!(gcc.unwrap().success(), "gcc does not compile c/day.c");
    println!("cargo::rerun-if-changed=c/day.c");
}
