//! Connections one after another over one pair of streams. A frame is a length in 4 bytes, the highest first, and so many
//! bytes. The first frame of a connection opens it; a frame of no length is its end, and each side sends one for each
//! connection. What is sent to a connection that has ended, or was never there, is dropped.

use crate::pump::PIECE;
use std::io::{ErrorKind, Read, Result, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::thread;

/// Serves one connection to its end. False where there is none to come.
pub fn serve(
    input: &mut impl Read,
    output: &mut (impl Write + Send),
    connect: impl FnOnce() -> Result<UnixStream>,
) -> Result<bool> {
    let Some(first) = length(input)? else {
        return Ok(false);
    };
    let mut socket = match connect() {
        Ok(socket) => Some(socket),
        Err(error) => {
            eprintln!("pg-dial: {error}");
            None
        }
    };
    thread::scope(|scope| {
        match &socket {
            Some(socket) => {
                let mut answers = socket.try_clone()?;
                scope.spawn(move || answer(&mut answers, output));
            }
            None => end(output)?,
        }
        let sent = send(input, socket.as_mut(), first);
        if let Some(socket) = socket {
            // What was asked is still answered, unless nobody is there to hear it. It fails where all has ended already.
            let _ = socket.shutdown(match sent {
                Ok(true) => Shutdown::Write,
                _ => Shutdown::Both,
            });
        }
        sent
    })
}

/// Passes frames on until the one of no length; false where the input ends before.
fn send(input: &mut impl Read, mut socket: Option<&mut UnixStream>, first: u32) -> Result<bool> {
    let mut left = first;
    let mut buffer = vec![0; PIECE];
    while left > 0 {
        while left > 0 {
            let piece = &mut buffer[..PIECE.min(left as usize)];
            input.read_exact(piece)?;
            left -= piece.len() as u32;
            if socket
                .as_mut()
                .is_some_and(|socket| socket.write_all(piece).is_err())
            {
                socket = None;
            }
        }
        match length(input)? {
            Some(length) => left = length,
            None => return Ok(false),
        }
    }
    Ok(true)
}

fn answer(socket: &mut UnixStream, output: &mut impl Write) -> Result<()> {
    let mut frame = vec![0; 4 + PIECE];
    // However it ends: a connection that was reset has ended too.
    while let Ok(length @ 1..) = socket.read(&mut frame[4..]) {
        frame[..4].copy_from_slice(&(length as u32).to_be_bytes());
        output.write_all(&frame[..4 + length])?;
    }
    end(output)
}

fn end(output: &mut impl Write) -> Result<()> {
    output.write_all(&[0; 4])
}

/// None where the input ends instead.
fn length(input: &mut impl Read) -> Result<Option<u32>> {
    let mut length = [0; 4];
    match input.read_exact(&mut length) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => Ok(None),
        read => read.map(|()| Some(u32::from_be_bytes(length))),
    }
}

#[cfg(test)]
mod tests {
    use super::serve;
    use std::io::{Error, Read, Write};
    use std::os::unix::net::UnixStream;
    use std::thread;

    fn frame(text: &str) -> Vec<u8> {
        [&(text.len() as u32).to_be_bytes(), text.as_bytes()].concat()
    }

    #[test]
    fn each_connection_gets_its_own_bytes_and_an_end() {
        let input = [
            frame("one"),
            frame("two"),
            frame(""),
            frame("three"),
            frame(""),
        ]
        .concat();
        let mut input = &input[..];
        let mut output = Vec::new();
        let mut heard = Vec::new();
        loop {
            let (here, mut there) = UnixStream::pair().unwrap();
            let postgres = thread::spawn(move || {
                let mut text = String::new();
                // The last one is not taken.
                let _ = there.write_all(b"hello");
                there.read_to_string(&mut text).unwrap();
                text
            });
            let more = serve(&mut input, &mut output, || Ok(here)).unwrap();
            let text = postgres.join().unwrap();
            if !more {
                break;
            }
            heard.push(text);
        }
        assert_eq!(heard, ["onetwo", "three"]);
        assert_eq!(
            output,
            [frame("hello"), frame(""), frame("hello"), frame("")].concat()
        );
    }

    #[test]
    fn a_connection_that_cannot_be_had_ends_at_once_and_the_next_is_tried() {
        let input = [frame("one"), frame("more"), frame(""), frame("")].concat();
        let mut input = &input[..];
        let mut output = Vec::new();
        assert!(serve(&mut input, &mut output, || Err(Error::other("nobody"))).unwrap());
        assert_eq!(input, frame(""));
        assert_eq!(output, frame(""));
    }

    #[test]
    fn where_the_input_ends_nobody_waits_for_postgres() {
        let mut output = Vec::new();
        let (here, _there) = UnixStream::pair().unwrap();
        assert!(!serve(&mut &frame("one")[..], &mut output, || Ok(here)).unwrap());
        assert_eq!(output, frame(""));
    }

    #[test]
    fn what_comes_after_postgres_has_ended_is_dropped() {
        let input = [frame("one"), frame(&"x".repeat(1_000_000)), frame("")].concat();
        let mut output = Vec::new();
        let (here, there) = UnixStream::pair().unwrap();
        drop(there);
        assert!(serve(&mut &input[..], &mut output, || Ok(here)).unwrap());
        assert_eq!(output, frame(""));
    }
}
