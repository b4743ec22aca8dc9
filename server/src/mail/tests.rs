//! Mail through a mail server of the test's own.

use super::*;
use maktab_domain::{OutboxId, Timestamp};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

fn mail() -> OutgoingMail {
    OutgoingMail {
        id: OutboxId("0193b2f0-0000-7000-8000-000000000001".parse().unwrap()),
        from: "Öğretim <training@example.org>".to_owned(),
        to: "aziza@example.org".to_owned(),
        language: "fa".to_owned(),
        subject: "ثبت‌نام شما تأیید شد".to_owned(),
        body: "سلام\nhttps://training.example.org/fa/my\n".to_owned(),
        calendar: None,
        written: Timestamp(1_799_834_400_000),
    }
}

/// A mail server that answers `to_recipient` to `RCPT TO`, and keeps what it was sent.
async fn server(to_recipient: &'static str) -> (Smtp, Arc<Mutex<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let kept = Arc::new(Mutex::new(String::new()));
    let keep = Arc::clone(&kept);
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 test\r\n").await.unwrap();
        let (mut line, mut data) = (String::new(), false);
        while stream.read_line(&mut line).await.is_ok_and(|read| read > 0) {
            let answer = match line.trim_end() {
                "." if data => {
                    data = false;
                    "250 2.0.0 kept"
                }
                _ if data => {
                    keep.lock().unwrap().push_str(&line);
                    ""
                }
                "DATA" => {
                    data = true;
                    "354 go on"
                }
                command if command.starts_with("RCPT") => to_recipient,
                _ => "250 test",
            };
            if !answer.is_empty() {
                let answer = format!("{answer}\r\n");
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
            line.clear();
        }
    });
    let settings = Mail {
        smtp_host: Some("127.0.0.1".to_owned()),
        smtp_port: Some(port),
        tls: Tls::None,
        ..Mail::default()
    };
    (Smtp::new(&settings).unwrap(), kept)
}

#[tokio::test]
async fn a_mail_is_handed_on_with_its_own_id_date_and_language() {
    let (smtp, kept) = server("250 2.1.5 ok").await;
    let mut mail = mail();
    mail.calendar = Some("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".to_owned());
    smtp.send(&mail).await.unwrap();
    let kept = kept.lock().unwrap().clone();
    for header in [
        "Message-ID: <0193b2f0-0000-7000-8000-000000000001@example.org>",
        "Date: Wed, 13 Jan 2027 10:00:00 +0000",
        "Content-Language: fa",
        "Auto-Submitted: auto-generated",
        "To: aziza@example.org",
        "Subject: =?utf-8?b?",
        "Content-Type: text/calendar; charset=utf-8",
        "filename=\"event.ics\"",
    ] {
        assert!(kept.contains(header), "{header} in {kept}");
    }
}

#[tokio::test]
async fn a_mailbox_that_does_not_exist_is_given_up_and_not_named() {
    let (smtp, _) = server("550 5.1.1 <aziza@example.org>: no such user").await;
    let failure = smtp.send(&mail()).await.unwrap_err();
    assert!(failure.for_good, "{failure:?}");
    assert!(failure.text.contains("no such user"), "{failure:?}");
    assert!(!failure.text.contains("aziza"), "{failure:?}");
}

#[tokio::test]
async fn what_may_be_our_own_mistake_is_tried_again() {
    for answer in [
        "450 4.2.0 greylisted",
        "554 5.7.1 relaying denied",
        "535 5.7.8 authentication failed",
    ] {
        let (smtp, _) = server(answer).await;
        let failure = smtp.send(&mail()).await.unwrap_err();
        assert!(!failure.for_good, "{answer}: {failure:?}");
    }
    let waiting = NoWayOut.send(&mail()).await.unwrap_err();
    assert!(!waiting.for_good);
}

#[tokio::test]
async fn a_line_end_in_a_mail_makes_no_header() {
    let mut subject = mail();
    subject.subject = "Hello\r\nBcc: everybody@example.org".to_owned();
    let written = String::from_utf8(letter::letter(&subject).unwrap().formatted()).unwrap();
    assert!(!written.contains("\r\nBcc:"), "{written}");
    let mut to = mail();
    to.to = "aziza@example.org\r\nBcc: everybody@example.org".to_owned();
    assert!(letter::letter(&to).is_err());
}

#[tokio::test]
async fn every_kind_of_connection_can_be_made() {
    for tls in [Tls::Starttls, Tls::Implicit, Tls::None] {
        let settings = Mail {
            smtp_host: Some("mail.example.org".to_owned()),
            tls,
            ..Mail::default()
        };
        let port = match tls {
            Tls::Starttls => 587,
            Tls::Implicit => 465,
            Tls::None => 25,
        };
        let smtp = Smtp::new(&settings).unwrap();
        assert_eq!(smtp.place(), format!("mail.example.org:{port}"));
    }
}
