//! The macros that repeat one query for whichever engine holds the transaction.
//!
//! The query text is the same; type inference picks the engine in each arm.

/// Notes for the tests that the statement at this place is executed on an engine.
macro_rules! ran {
    ($engine:ident) => {
        $crate::statements::ran(file!(), line!(), $crate::Engine::$engine)
    };
}

/// Evaluates the expression, a `Result`, with `$conn` bound to the connection of either engine.
/// After a failure the transaction takes nothing more, and cannot be committed.
macro_rules! on {
    ($tx:expr, $conn:ident => $body:expr) => {
        match $tx {
            $crate::Tx::Sqlite(transaction) => match transaction.connection().await {
                Ok(mut held) => {
                    ran!(Sqlite);
                    let $conn = &mut *held;
                    let done = $body;
                    held.note(done.is_err());
                    done
                }
                Err(error) => Err(error.into()),
            },
            $crate::Tx::Postgres(transaction) => {
                ran!(Postgres);
                let $conn = &mut **transaction;
                let done = $body;
                transaction.note(done.is_err());
                done
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

/// The most rows in one statement. SQLite binds at most 32,766 values, and no table has 60 columns.
const MOST: usize = 512;

/// Slices whose lengths are powers of two, up to [`MOST`]: a statement for many rows has few lengths
/// then, and each is prepared once.
pub(crate) fn powers<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let power = rows.len().min(MOST).checked_ilog2()?;
        let (now, rest) = rows.split_at(1 << power);
        rows = rest;
        Some(now)
    })
}

/// All rows that one of the values leads to: `rows_in!(tx, Type, "SELECT … WHERE id IN", values)`.
macro_rules! rows_in {
    ($tx:expr, $row:ty, $sql:literal, $values:expr) => {{
        let found: $crate::Result<Vec<$row>> = async {
            let mut found = Vec::new();
            for chunk in $crate::run::powers($values) {
                let rows: Vec<$row> = on!(&mut *$tx, conn => {
                    let mut query = sqlx::QueryBuilder::new(concat!($sql, " ("));
                    let mut list = query.separated(", ");
                    for &value in chunk {
                        list.push_bind(value);
                    }
                    query.push(")");
                    query.build_query_as().fetch_all(conn).await
                })?;
                found.extend(rows);
            }
            Ok(found)
        }
        .await;
        found
    }};
}

/// Adds many rows: `insert_all!(tx, "table (columns)", rows, row => binds; "ON CONFLICT …")`.
macro_rules! insert_all {
    ($tx:expr, $into:literal, $rows:expr, $row:ident => $($bind:expr),+; $end:literal) => {
        async {
            for chunk in $crate::run::powers($rows) {
                on!(&mut *$tx, conn => {
                    let mut query = sqlx::QueryBuilder::new(concat!("INSERT INTO ", $into, " "));
                    query.push_values(chunk, |mut line, $row| { $(line.push_bind($bind);)+ });
                    query.push($end);
                    query.build().execute(conn).await.map(drop)
                })
                .map_err($crate::Error::from)?;
            }
            $crate::Result::Ok(())
        }
        .await
    };
}

/// No rows: `Result<u64>`, the number of rows changed.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        on!($tx, conn => sqlx::query($sql)$(.bind($bind))*.execute(conn).await.map(|done| done.rows_affected()))
            .map_err($crate::Error::from)
    };
}

#[cfg(test)]
mod tests {
    use super::powers;

    #[test]
    fn a_statement_has_few_lengths_and_never_more_rows_than_an_engine_takes() {
        let lengths = |rows: usize| -> Vec<usize> {
            let rows = vec![(); rows];
            powers(&rows).map(<[()]>::len).collect()
        };
        assert_eq!(lengths(0), [0; 0]);
        assert_eq!(lengths(7), [4, 2, 1]);
        assert_eq!(lengths(1_540), [512, 512, 512, 4]);
    }
}
