//! The line of the front matter that says where a record stands, where a group keeps such a line in place of events.

/// The key of the line, and what its words mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateLine {
    /// The key: `status`.
    pub key: String,
    /// The words that mean a state of another name, each with that name: `Last Call`, `last-call`.
    pub states: Vec<(String, String)>,
}

impl StateLine {
    /// The state that `word` means. One that no row names means the state of the same name, in small letters and with hyphens.
    pub fn state(&self, word: &str) -> String {
        let word = word.trim();
        let named = self.states.iter().find(|(own, _)| own.eq_ignore_ascii_case(word));
        named.map_or_else(|| own_name(word), |(_, state)| state.clone())
    }

    /// How the line says `state`: `Last Call`. Where no row names a word for it, it is written like `other`, a word of the group.
    pub fn word(&self, state: &str, other: &str) -> String {
        if let Some((own, _)) = self.states.iter().find(|(_, meant)| meant == state) {
            return own.clone();
        }
        match other.starts_with(char::is_uppercase) {
            true => state.split('-').map(crate::text::capitalised).collect::<Vec<_>>().join(" "),
            false => state.to_owned(),
        }
    }
}

fn own_name(word: &str) -> String {
    word.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_means_the_state_of_its_name_unless_a_row_says_otherwise() {
        let line = StateLine { key: "status".to_owned(), states: vec![("Accepted".to_owned(), "approved".to_owned())] };
        for (word, state) in
            [("Accepted", "approved"), ("accepted ", "approved"), ("Last Call", "last-call"), ("Draft", "draft")]
        {
            assert_eq!(line.state(word), state);
        }
        assert_eq!(line.word("last-call", "Draft"), "Last Call");
        assert_eq!(
            (line.word("approved", "draft"), line.word("last-call", "draft")),
            ("Accepted".into(), "last-call".into())
        );
    }
}
