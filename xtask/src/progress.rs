//! What the person at the terminal sees: numbered steps, what they do and how long they took.

use std::env;
use std::io::{IsTerminal, Write, stdout};
use std::time::{Duration, Instant};

use eyre::Result;

/// How long something has been going on.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Starts counting.
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the project's commands read a clock"
    )]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// A duration in words: `3.2 s`, `41 s`, `3 min 05 s`.
pub fn in_words(duration: Duration) -> String {
    let seconds = duration.as_secs();
    match seconds {
        0..10 => format!("{:.1} s", duration.as_secs_f64()),
        10..120 => format!("{seconds} s"),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// How the terminal wants to be written to.
#[derive(Clone, Copy)]
pub struct Screen {
    /// Lines may be written over.
    live: bool,
    colour: bool,
}

impl Screen {
    /// A person's terminal is live and coloured; a log (`CI=true`, a pipe) is neither.
    pub fn detect() -> Self {
        let live = stdout().is_terminal() && env::var_os("CI").is_none();
        Self {
            live,
            colour: live && env::var_os("NO_COLOR").is_none(),
        }
    }

    fn paint(self, code: &str, text: &str) -> String {
        if self.colour {
            format!("\x1b[{code}m{text}\x1b[0m")
        } else {
            text.to_owned()
        }
    }

    /// `text` in the colour of what went well.
    pub fn good(self, text: &str) -> String {
        self.paint("32", text)
    }

    /// `text` in the colour of what went wrong.
    pub fn bad(self, text: &str) -> String {
        self.paint("31;1", text)
    }

    /// `text` in the colour of what matters less.
    pub fn faint(self, text: &str) -> String {
        self.paint("2", text)
    }

    /// `text` set apart.
    pub fn strong(self, text: &str) -> String {
        self.paint("1", text)
    }
}

/// The numbered steps of one command.
pub struct Steps {
    screen: Screen,
    total: usize,
    started: usize,
    watch: Stopwatch,
}

impl Steps {
    /// Announces a command of `total` steps.
    pub fn new(total: usize) -> Self {
        Self {
            screen: Screen::detect(),
            total,
            started: 0,
            watch: Stopwatch::start(),
        }
    }

    /// How the terminal wants to be written to.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// How long the command has been running.
    pub fn elapsed(&self) -> Duration {
        self.watch.elapsed()
    }

    /// Runs one step: its title stands on the screen while it runs, its time when it is over.
    pub fn run<T>(&mut self, title: &str, work: impl FnOnce(&mut Step) -> Result<T>) -> Result<T> {
        self.started += 1;
        debug_assert!(self.started <= self.total, "more steps than announced");
        let mut step = Step::begin(self.screen, self.started, self.total, title);
        let outcome = crate::interrupt::check()
            .map_err(eyre::Report::from)
            .and_then(|()| work(&mut step));
        step.end(outcome.is_ok() && !step.unwell);
        outcome
    }
}

/// A step under way.
pub struct Step {
    screen: Screen,
    title: String,
    watch: Stopwatch,
    remark: Option<String>,
    unwell: bool,
    drawn: Duration,
}

impl Step {
    fn begin(screen: Screen, number: usize, total: usize, title: &str) -> Self {
        let title = format!("{} {title}", screen.faint(&format!("[{number}/{total}]")));
        let step = Self {
            screen,
            title,
            watch: Stopwatch::start(),
            remark: None,
            unwell: false,
            drawn: Duration::ZERO,
        };
        if screen.live {
            step.draw("");
        } else {
            println!("{}…", step.title);
        }
        step
    }

    /// Says in a few words, behind the time, what came of it (`unchanged`, `3 files`).
    pub fn remark(&mut self, words: impl Into<String>) {
        self.remark = Some(words.into());
    }

    /// Marks a step that came to its end but found something wrong, like a failed test.
    pub fn found_faults(&mut self) {
        self.unwell = true;
    }

    /// To be called often while a tool works: shows the time and the tool's last line.
    pub fn tick(&mut self, detail: impl FnOnce() -> String) {
        let elapsed = self.watch.elapsed();
        let pause = Duration::from_secs(if self.screen.live { 1 } else { 60 });
        if elapsed < self.drawn + pause {
            return;
        }
        self.drawn = elapsed;
        let detail = format!("{}  {}", in_words(elapsed), detail());
        if self.screen.live {
            self.draw(&detail);
        } else {
            println!("      {detail}");
        }
    }

    fn draw(&self, detail: &str) {
        let columns = env::var("COLUMNS")
            .ok()
            .and_then(|columns| columns.parse().ok())
            .unwrap_or(100_usize);
        let room = columns.saturating_sub(self.title.chars().count() + 3);
        let detail: String = detail.chars().take(room).collect();
        print!("\r\x1b[2K{}… {}", self.title, self.screen.faint(&detail));
        let _ = stdout().flush();
    }

    fn end(&self, well: bool) {
        let time = in_words(self.watch.elapsed());
        let mark = if well {
            self.screen.good("✓")
        } else {
            self.screen.bad("✗ failed after")
        };
        let remark = self
            .remark
            .as_deref()
            .map(|words| self.screen.faint(&format!("  {words}")))
            .unwrap_or_default();
        if self.screen.live {
            println!("\r\x1b[2K{} {mark} {time}{remark}", self.title);
        } else {
            println!("      {mark} {time}{remark}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_the_unit_a_person_would_use() {
        let cases = [
            (400, "0.4 s"),
            (9_960, "10.0 s"),
            (41_200, "41 s"),
            (185_000, "3 min 05 s"),
        ];
        for (milliseconds, words) in cases {
            assert_eq!(in_words(Duration::from_millis(milliseconds)), words);
        }
    }
}
