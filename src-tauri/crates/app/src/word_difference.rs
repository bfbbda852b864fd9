//! Two texts word by word.

use crate::view::compare::{PieceOf, PromptPiece};
use similar::{ChangeTag, TextDiff};
use std::time::Duration;

/// Prompts come from logs of any length; past this the rest is called different as a whole.
const PATIENCE: Duration = Duration::from_millis(250);

/// Two texts as runs of words that stand in both, or in one of them.
pub(crate) fn pieces(a: &str, b: &str) -> Vec<PromptPiece> {
    let diff = TextDiff::configure().timeout(PATIENCE).diff_unicode_words(a, b);
    let mut pieces: Vec<PromptPiece> = Vec::new();
    for change in diff.iter_all_changes() {
        let of = match change.tag() {
            ChangeTag::Equal => PieceOf::Both,
            ChangeTag::Delete => PieceOf::A,
            ChangeTag::Insert => PieceOf::B,
        };
        match pieces.last_mut() {
            Some(last) if last.of == of => last.text.push_str(change.value()),
            _ => pieces.push(PromptPiece {
                of,
                text: change.value().to_owned(),
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(a: &str, b: &str) -> String {
        let pieces = pieces(a, b).into_iter().map(|piece| match piece.of {
            PieceOf::Both => piece.text,
            PieceOf::A => format!("[-{}-]", piece.text),
            PieceOf::B => format!("[+{}+]", piece.text),
        });
        pieces.collect()
    }

    #[test]
    fn prompts_differ_word_by_word_and_nothing_of_either_is_lost() {
        let (a, b) = (
            "A slow dolly over a mug, at dawn.",
            "A slow orbit over a blue mug, at dawn.",
        );
        assert_eq!(told(a, b), "A slow [-dolly-][+orbit+] over a [+blue +]mug, at dawn.");
        let side = |wanted| {
            let kept = pieces(a, b)
                .into_iter()
                .filter(|piece| [PieceOf::Both, wanted].contains(&piece.of));
            kept.map(|piece| piece.text).collect::<String>()
        };
        assert_eq!((side(PieceOf::A).as_str(), side(PieceOf::B).as_str()), (a, b));
    }
}
