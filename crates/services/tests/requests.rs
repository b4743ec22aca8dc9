//! Requests under a key: carried out once, however many come at the same moment.

use futures_util::FutureExt;
use maktab_services::requests::{Before, Carried, KeptAnswer};
use maktab_services::testing::Fixture;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::sync::oneshot;

#[tokio::test]
async fn a_twin_waits_for_the_first_and_is_answered_as_that_was() {
    for f in Fixture::each().await {
        let s = &f.services;
        let request = || s.keyed_request("a key of a form", [b"somebody".as_slice()]);
        let answer = KeptAnswer::Redirect {
            location: "/en/there".to_owned(),
            cookies: Vec::new(),
        };
        let (go, told) = oneshot::channel();
        let database = s.database().clone();
        let work = async move {
            told.await.unwrap();
            database.write().await.unwrap().commit().await.unwrap();
        };
        let (own, kept) = (request(), answer.clone());
        let mut first = pin!(s.once(&own, work, move |()| kept));
        // The first has its turn with the first look at it.
        assert!(first.as_mut().now_or_never().is_none());
        let tried = Arc::new(AtomicBool::new(false));
        let trying = Arc::clone(&tried);
        let twin = async move { trying.store(true, Ordering::Relaxed) };
        let own = request();
        let mut second = pin!(s.once(&own, twin, |()| KeptAnswer::Itself));
        assert!(second.as_mut().now_or_never().is_none());
        go.send(()).unwrap();
        let (first, second) = tokio::join!(first, second);
        assert!(matches!(first, Ok(Carried::Now(()))));
        let Ok(Carried::Before(before)) = second else {
            panic!("the twin was carried out too");
        };
        assert_eq!(before, Before::Answered(answer));
        assert!(!tried.load(Ordering::Relaxed));
    }
}
