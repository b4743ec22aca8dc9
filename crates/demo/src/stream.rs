//! A small deterministic stream of numbers (splitmix64), one per name, so that
//! adding an event or a country leaves every other one exactly as it was.

/// A reproducible stream of numbers. Not for secrets.
pub(crate) struct Stream(u64);

impl Stream {
    /// The stream that belongs to `name` (seeded with its FNV-1a hash).
    pub(crate) fn named(name: &str) -> Self {
        let seed = name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(seed)
    }

    /// The next 64 bits (Steele, Lea and Flood, "Fast splittable pseudorandom
    /// number generators", 2014).
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `bound`; 0 where `bound` is 0. The remainder's bias is
    /// far below anything that shows in some hundred draws.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.next().checked_rem(bound).unwrap_or(0)
    }

    /// True in `percent` of a hundred draws.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of `items`, or nothing where there is none.
    pub(crate) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        let index = usize::try_from(self.below(items.len() as u64)).ok()?;
        items.get(index)
    }

    /// Brings `items` into another order (Fisher and Yates).
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = usize::try_from(self.below(last as u64 + 1)).unwrap_or(0);
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;

    #[test]
    fn a_name_always_gives_the_same_numbers() {
        let draw = |name| {
            let mut stream = Stream::named(name);
            [stream.next(), stream.next(), stream.next()]
        };
        assert_eq!(draw("tehran"), draw("tehran"));
        assert_ne!(draw("tehran"), draw("tehram"));
    }

    #[test]
    fn the_generator_is_splitmix64() {
        // First output for seed 0, as published with the reference implementation.
        assert_eq!(Stream(0).next(), 0xe220_a839_7b1d_cdaf);
    }
}
