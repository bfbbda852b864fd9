//! A template's text taken apart, with everything that is wrong in it told at once.

use super::Placeholder;

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words.
    Text(String),
    /// Something to fill in.
    Placeholder(Placeholder),
    /// Braces around a name that means nothing, as they were written.
    Unknown(String),
}

/// Something wrong in a template, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateFault {
    /// What.
    pub kind: TemplateFaultKind,
    /// The line, from 1.
    pub line: usize,
}

/// What is wrong in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFaultKind {
    /// A placeholder that no brief can fill.
    Unknown {
        /// As it was written.
        name: String,
        /// What was probably meant.
        nearest: Option<Placeholder>,
    },
    /// `{{` without `}}`.
    Unclosed,
}

/// Everything wrong in a template.
pub fn faults(text: &str) -> Vec<TemplateFault> {
    read(text).1
}

pub(super) fn read(text: &str) -> (Vec<Part>, Vec<TemplateFault>) {
    let (mut parts, mut faults) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(start) = rest.find("{{") {
        let line = text[..text.len() - rest.len() + start].matches('\n').count() + 1;
        parts.push(Part::Text(rest[..start].to_owned()));
        let inside = &rest[start + 2..];
        // The next opening braces end this search: two names never lie in one pair.
        let end = inside.find("}}").filter(|end| !inside[..*end].contains("{{"));
        let Some(end) = end else {
            faults.push(TemplateFault {
                kind: TemplateFaultKind::Unclosed,
                line,
            });
            parts.push(Part::Text("{{".to_owned()));
            rest = inside;
            continue;
        };
        let name = inside[..end].trim();
        if let Some(placeholder) = Placeholder::from_name(name) {
            parts.push(Part::Placeholder(placeholder));
        } else {
            faults.push(TemplateFault {
                kind: TemplateFaultKind::Unknown {
                    name: name.to_owned(),
                    nearest: Placeholder::nearest(name),
                },
                line,
            });
            parts.push(Part::Unknown(rest[start..start + end + 4].to_owned()));
        }
        rest = &inside[end + 2..];
    }
    parts.push(Part::Text(rest.to_owned()));
    (parts, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_fault_is_told_with_its_line_and_reading_goes_on_behind_it() {
        let found = faults("{{scene}} {{sceen}}\n{{mood\n{{camera_direction}} {{wat}}");
        let told: Vec<_> = found.iter().map(|fault| (fault.line, &fault.kind)).collect();
        let unknown = |name: &str, nearest| TemplateFaultKind::Unknown {
            name: name.to_owned(),
            nearest,
        };
        assert_eq!(
            told,
            [
                (1, &unknown("sceen", Some(Placeholder::Scene))),
                (2, &TemplateFaultKind::Unclosed),
                (3, &unknown("wat", None)),
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_of_any_text_is_lost_by_reading_it(text in "[a-z{} \n]{0,80}") {
            let (parts, _) = read(&text);
            let whole: String = parts.into_iter().map(|part| match part {
                Part::Text(text) | Part::Unknown(text) => text,
                Part::Placeholder(placeholder) => format!("{{{{{}}}}}", placeholder.as_str()),
            }).collect();
            let squeezed = |text: &str| text.replace(' ', "");
            prop_assert_eq!(squeezed(&whole), squeezed(&text));
        }
    }
}
