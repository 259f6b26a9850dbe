//! The site's own colour, made readable on both grounds.

/// One colour for the light scheme and one for the dark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Accent {
    pub light: String,
    pub dark: String,
}

/// The darkest ground of the light scheme and the lightest of the dark one: what is readable there is readable everywhere.
/// The same as `--tint` in the style sheet.
const TINTS: [[u8; 3]; 2] = [[0xf2, 0xf3, 0xef], [0x1c, 0x22, 0x26]];

/// What the style sheet says where a site has no colour of its own.
const USUAL: [&str; 2] = ["#0f5163", "#8ccbdc"];

impl Accent {
    /// `colour` as `#7a2e0e`, darkened and lightened until its contrast with the tints is 4.5 to 1 (WCAG 2.2, 1.4.3).
    /// `None` when it is written otherwise.
    pub(super) fn of(colour: &str) -> Option<Accent> {
        let channel = |at: usize| u8::from_str_radix(colour.get(at..at + 2)?, 16).ok();
        let own = [channel(1)?, channel(3)?, channel(5)?];
        let towards = |target: f64, tint: [u8; 3]| {
            let mut shades = (0..=20).map(|step| mixed(own, target, f64::from(step) / 20.0));
            shades.find(|shade| contrast(luminance(*shade), luminance(tint)) >= 4.5)
        };
        let hex = |it: [u8; 3]| format!("#{:02x}{:02x}{:02x}", it[0], it[1], it[2]);
        Some(Accent { light: hex(towards(0.0, TINTS[0])?), dark: hex(towards(255.0, TINTS[1])?) })
    }

    /// A file of the theme in this colour: a style sheet says it in its properties, a drawing has it in place of the usual one.
    pub(super) fn applied_to(&self, name: &str, text: &str) -> String {
        match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("css") => format!("{text}\n:root{{--accent-light:{};--accent-dark:{}}}\n", self.light, self.dark),
            Some("svg") => text.replace(USUAL[0], &self.light).replace(USUAL[1], &self.dark),
            _ => text.to_owned(),
        }
    }
}

fn mixed(colour: [u8; 3], target: f64, share: f64) -> [u8; 3] {
    colour.map(|channel| (f64::from(channel) + (target - f64::from(channel)) * share).round() as u8)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|channel| {
        let value = f64::from(channel) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

fn contrast(a: f64, b: f64) -> f64 {
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::theme::BUILT_IN;

    #[test]
    fn every_accent_is_readable_on_both_grounds() {
        for colour in ["#7a2e0e", "#ffffff", "#000000", "#ffff00", "#3366cc", "#808080"] {
            let accent = Accent::of(colour).unwrap();
            let of = |hex: &str| luminance([1, 3, 5].map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()));
            assert!(contrast(of(&accent.light), luminance(TINTS[0])) >= 4.5, "{colour}");
            assert!(contrast(of(&accent.dark), luminance(TINTS[1])) >= 4.5, "{colour}");
        }
    }

    #[test]
    fn the_style_sheet_has_these_colours() {
        let file = |name: &str| BUILT_IN.iter().find(|(it, _)| *it == name).unwrap().1;
        for tint in TINTS {
            let tint = format!("--tint: #{:02x}{:02x}{:02x};", tint[0], tint[1], tint[2]);
            assert!(file("style.css").contains(&tint), "{tint}");
        }
        for usual in USUAL {
            assert!(file("style.css").contains(usual) && file("icon.svg").contains(usual), "{usual}");
        }
    }
}
