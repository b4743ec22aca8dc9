//! How many certificates a second this machine makes on all its cores: credential signed, page
//! drawn, both put into one PDF. The last line that it prints is the figure alone.

#![expect(clippy::print_stdout, reason = "an example that prints its figure")]
#![expect(clippy::disallowed_methods, reason = "speed is measured by the clock")]

use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use maktab_certificates::{CertificateFacts, Issuer, Renderer, token};

#[path = "../tests/samples/mod.rs"]
mod samples;

/// So long each turn lasts; the median of the turns is the figure.
const TURN: Duration = Duration::from_secs(3);
const TURNS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let facts: Vec<_> = samples::all()?
        .into_iter()
        .map(|(_, facts)| facts)
        .collect();
    let issuer = samples::issuer()?;
    let renderer = Renderer::new()?;
    // Fonts are read and caches filled before the clock starts.
    for facts in &facts {
        make(&renderer, &issuer, facts).map_err(|why| why.to_string())?;
    }
    let mut figures = Vec::with_capacity(TURNS);
    for turn in 1..=TURNS {
        let figure = turn_of(&renderer, &issuer, &facts).map_err(|why| why.to_string())?;
        println!("turn {turn}: {figure:.1} certificates per second");
        figures.push(figure);
    }
    figures.sort_by(f64::total_cmp);
    println!("{:.1}", figures[TURNS / 2]);
    Ok(())
}

/// Certificates per second over one turn.
fn turn_of(
    renderer: &Renderer,
    issuer: &Issuer,
    facts: &[CertificateFacts],
) -> Result<f64, Box<dyn Error + Send + Sync>> {
    let next = AtomicUsize::new(0);
    let began = Instant::now();
    let work = || {
        let mut made = 0_u32;
        while began.elapsed() < TURN {
            let place = next.fetch_add(1, Ordering::Relaxed) % facts.len();
            make(renderer, issuer, &facts[place])?;
            made += 1;
        }
        Ok::<_, Box<dyn Error + Send + Sync>>(made)
    };
    let workers = thread::available_parallelism()?.get();
    let made = thread::scope(|scope| {
        let workers: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
        let mut made = 0;
        for worker in workers {
            made += worker.join().map_err(|_| "a worker panicked")??;
        }
        Ok::<u32, Box<dyn Error + Send + Sync>>(made)
    })?;
    Ok(f64::from(made) / began.elapsed().as_secs_f64())
}

fn make(
    renderer: &Renderer,
    issuer: &Issuer,
    facts: &CertificateFacts,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let credential = samples::credential(facts, issuer).map_err(|why| why.to_string())?;
    let qr_text = token::qr_text(facts, &issuer.address, &issuer.key)?;
    let pdf = renderer.render(facts, &qr_text, credential.as_bytes())?;
    std::hint::black_box(pdf);
    Ok(())
}
