//! The macros that repeat one query for whichever engine holds the transaction.
//!
//! The query text is the same; type inference picks the engine in each arm.

/// Notes for the tests that the statement at this place is executed on an engine.
macro_rules! ran {
    ($engine:ident) => {
        $crate::statements::ran(file!(), line!(), $crate::Engine::$engine)
    };
}

/// Evaluates the expression with `$conn` bound to the connection of either engine.
macro_rules! on {
    ($tx:expr, $conn:ident => $body:expr) => {
        match $tx {
            $crate::Tx::Sqlite(transaction) => {
                ran!(Sqlite);
                let $conn = &mut **transaction;
                $body
            }
            $crate::Tx::Postgres(transaction) => {
                ran!(Postgres);
                let $conn = &mut **transaction;
                $body
            }
        }
    };
}

/// All rows: `rows!(tx, Type, "SELECT …", bind, …)` is `Result<Vec<Type>>`.
macro_rules! rows {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_all(conn).await)
            .map_err($crate::Error::from)
    };
}

/// At most one row: `Result<Option<Type>>`.
macro_rules! optional {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_optional(conn).await)
            .map_err($crate::Error::from)
    };
}

/// Exactly one row: `Result<Type>`.
macro_rules! one {
    ($tx:expr, $row:ty, $sql:expr $(, $bind:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query_as::<_, $row>($sql)$(.bind($bind))*.fetch_one(conn).await)
            .map_err($crate::Error::from)
    };
}

/// No rows: `Result<u64>`, the number of rows changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query($sql)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected()))
            .map_err($crate::Error::from)
    };
}
