use std::process::Command;

/// Compiles the C of this lesson against the headers of the Postgres that is here.
fn main() {
    let headers = Command::new("pg_config").arg("--includedir-server").output().unwrap();
    for name in ["other_major", "fork"] {
        let gcc = Command::new("gcc")
            .args(["-shared", "-fPIC", "-o", &format!("/work/target/{name}.so"), &format!("c/{name}.c"), "-I"])
            .arg(String::from_utf8_lossy(&headers.stdout).trim())
            .status();
        assert!(gcc.unwrap().success(), "gcc does not compile c/{name}.c");
        println!("cargo::rerun-if-changed=c/{name}.c");
    }
}
