//! `maktab serve`: the server, from its settings to its last answered request.

use super::services;
use crate::configuration::Configuration;
use crate::web::{self, Site};
use crate::{background, telemetry};
use axum::Router;
use axum::serve::ListenerExt;
use eyre::{Result, WrapErr, bail};
use maktab_app::Web;
use maktab_store::{Database, SchemaState};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::time::timeout;

/// So long may requests under way take to end, and then the work in the background and whoever uses
/// the database.
const FAREWELL: Duration = Duration::from_secs(10);

pub(super) async fn run(settings: &Configuration, migrate: bool) -> Result<()> {
    telemetry::start(&settings.log);
    settings.allowed_to_serve()?;
    let site = Site::load(&settings.site())?;
    let database = super::open(settings).await?;
    bring_up_to_date(&database, migrate || settings.demo).await?;
    let (listener, settings) = listen(settings).await?;
    let settings = &settings;
    let (services, travel) = services::for_server(settings, database.clone())?;
    if !settings.demo && services.holds_demonstration().await? {
        bail!(
            "the database holds a demonstration, whose passwords are known: serve it with --demo, \
             or name another database"
        );
    }
    let web = Web {
        services: services.clone(),
        assets: site.assets(),
        travel,
    };
    tracing::info!(
        listen = %settings.listen,
        public = services.settings().public_address.as_str(),
        database = settings.database().shown(),
        demo = settings.demo,
        files = site.len(),
        "serving"
    );
    let router = web::router(&web, site, settings, settings.listen);
    let (stop, stopped) = watch::channel(false);
    let background = tokio::spawn(background::run(
        services.clone(),
        crate::mail::transport(settings)?,
        stopped.clone(),
    ));
    let served = serve(listener, router, signalled(), (stop, stopped)).await;
    // What is under way in the background ends too; what is not begun waits in the database.
    drop(timeout(FAREWELL, background).await);
    // What was answered last is given again after the next start, too.
    let answers = services.store_answers().await;
    drop(answers.inspect_err(|_| tracing::error!("the last answers were not stored")));
    close(&database, FAREWELL).await;
    tracing::info!("stopped");
    served
}

/// Closes the database, even where a request that was cut still reads from it.
async fn close(database: &Database, patience: Duration) {
    if timeout(patience, database.close()).await.is_err() {
        tracing::warn!("the database was left while something still used it");
    }
}

/// Listens; the settings then name the port that was really taken, where any would do.
async fn listen(settings: &Configuration) -> Result<(TcpListener, Configuration)> {
    let mut settings = settings.clone();
    let listener = TcpListener::bind(settings.listen)
        .await
        .wrap_err_with(|| format!("cannot listen on {}", settings.listen))?;
    settings.listen = listener.local_addr().unwrap_or(settings.listen);
    Ok((listener, settings))
}

/// Answers requests until `asked` is over and those under way have been answered; `stop` tells
/// the others.
async fn serve(
    listener: TcpListener,
    router: Router,
    asked: impl Future<Output = ()> + Send + 'static,
    (stop, mut stopped): (watch::Sender<bool>, watch::Receiver<bool>),
) -> Result<()> {
    let listener = listener.tap_io(|stream| {
        // Without it every answer waits up to 40 ms for company.
        drop(stream.set_nodelay(true));
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let farewell = async move {
        asked.await;
        tracing::info!("stopping: requests under way are being finished");
        stop.send_replace(true);
    };
    let serving = axum::serve(listener, service).with_graceful_shutdown(farewell);
    let patience = async move {
        drop(stopped.wait_for(|stopped| *stopped).await);
        tokio::time::sleep(FAREWELL).await;
    };
    tokio::select! {
        served = serving => served.wrap_err("the server failed"),
        () = patience => {
            tracing::warn!("some connections did not end in time and were cut");
            Ok(())
        }
    }
}

/// Waits for Ctrl-C or the wish of whoever supervises this process.
async fn signalled() {
    use tokio::signal::unix::{SignalKind, signal};
    let asked = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = asked => {}
    }
}

async fn bring_up_to_date(database: &Database, allowed: bool) -> Result<()> {
    match database.schema().await.wrap_err("cannot read the schema")? {
        SchemaState::Current => Ok(()),
        SchemaState::Foreign => bail!(
            "the database was changed by a newer version of this program, or by hand; \
             update the program, or restore a backup"
        ),
        SchemaState::Empty | SchemaState::Behind(_) if allowed => {
            tracing::info!("bringing the database up to date");
            database.migrate().await.wrap_err("the migration failed")
        }
        SchemaState::Empty => bail!("the database is empty: run `maktab migrate` first"),
        SchemaState::Behind(missing) => bail!(
            "the database lacks {missing} migrations: make a backup, then run `maktab migrate`, \
             or start with --migrate"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::extract::ConnectInfo;
    use axum::routing::get;
    use std::sync::Arc;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn a_request_under_way_is_finished_before_the_server_ends() {
        let (begun, has_begun) = oneshot::channel();
        let begun = Arc::new(std::sync::Mutex::new(Some(begun)));
        let slow = async move |ConnectInfo(peer): ConnectInfo<SocketAddr>| {
            begun.lock().unwrap().take().unwrap().send(()).unwrap();
            tokio::time::sleep(Duration::from_millis(300)).await;
            format!("finished for {}", peer.ip())
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (ask, asked) = oneshot::channel::<()>();
        let asked = async move { drop(asked.await) };
        let router = Router::new().route("/slow", get(slow));
        let serving = tokio::spawn(serve(listener, router, asked, watch::channel(false)));
        let mut client = TcpStream::connect(address).await.unwrap();
        client
            .write_all(b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n")
            .await
            .unwrap();
        has_begun.await.unwrap();
        ask.send(()).unwrap();
        let mut answer = String::new();
        client.read_to_string(&mut answer).await.unwrap();
        assert!(answer.ends_with("finished for 127.0.0.1"), "{answer}");
        serving.await.unwrap().unwrap();
        assert!(
            TcpStream::connect(address).await.is_err(),
            "nobody listens any more"
        );
    }

    #[tokio::test]
    async fn the_server_ends_although_something_still_reads() {
        let folder = std::env::temp_dir().join(format!("maktab-closing-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let address = format!("sqlite:{}", folder.join("maktab.db").display());
        let database = Database::open(&address).await.unwrap();
        let reading = database.read().await.unwrap();
        let closing = close(&database, Duration::from_millis(100));
        assert!(timeout(Duration::from_secs(5), closing).await.is_ok());
        drop(reading);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
