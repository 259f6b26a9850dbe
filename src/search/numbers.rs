//! Numbers as printable letters, small ones in one letter each: what a script can hold in a string and a host can compress.

/// How many letters end a number; the others say that it goes on.
const LAST: usize = 64;
const MORE: usize = 27;

/// Appends `number`: 0 to 63 in one letter, up to 1791 in two.
pub(super) fn push(out: &mut String, mut number: usize) {
    while number >= LAST {
        number -= LAST;
        out.push(letter(LAST + number % MORE));
        number /= MORE;
    }
    out.push(letter(number));
}

/// The letter for a value below 91: from `#` to `~` without the backslash, so that none has to be escaped.
pub(super) fn letter(value: usize) -> char {
    let code = 0x23 + u8::try_from(value).expect("letters stand for values below 91");
    char::from(code + u8::from(code >= b'\\'))
}

/// The numbers that `text` holds.
#[cfg(test)]
pub(super) fn numbers(text: &str) -> Vec<usize> {
    let mut values = text.bytes().map(value);
    let mut numbers = Vec::new();
    while let Some(first) = values.next() {
        let (mut number, mut value, mut factor) = (0, first, 1);
        while value >= LAST {
            number += value * factor;
            factor *= MORE;
            value = values.next().expect("a number ends");
        }
        numbers.push(number + value * factor);
    }
    numbers
}

/// What a letter stands for.
#[cfg(test)]
pub(super) fn value(letter: u8) -> usize {
    usize::from(letter - 0x23 - u8::from(letter > b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let all: Vec<usize> = (0..5000).chain([10_000, 48_447, 48_448, 1_000_000, 4_000_000_000]).collect();
        let mut text = String::new();
        all.iter().for_each(|number| push(&mut text, *number));
        assert_eq!(numbers(&text), all);
        assert!(!text.contains(['"', '\\', ' ', '!']));
        for (number, length) in [(0, 1), (63, 1), (64, 2), (1791, 2), (1792, 3)] {
            let mut text = String::new();
            push(&mut text, number);
            assert_eq!(text.len(), length, "{number}");
        }
    }
}
