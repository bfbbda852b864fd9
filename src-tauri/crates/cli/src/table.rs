//! Rows of words under a head, for people.

/// Columns as wide as their widest cell, two blanks apart.
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut lines = vec![head.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()];
    lines.extend(rows);
    let width = |column: usize| {
        lines
            .iter()
            .filter_map(|line| line.get(column))
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &Vec<String>| {
        let padded = cells.iter().zip(&widths).map(|(cell, width)| format!("{cell:<width$}"));
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_under_their_heads() {
        let rows = vec![
            vec!["bf_1".to_owned(), "Caf\u{e9}".to_owned()],
            vec!["b".to_owned(), String::new()],
        ];
        assert_eq!(
            table(&["ID", "GOAL"], rows.into_iter()),
            "ID    GOAL\nbf_1  Caf\u{e9}\nb"
        );
    }
}
