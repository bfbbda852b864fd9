//! On which line of a text a place lies.

/// Counts lines up to a place; places only ever grow.
pub(super) struct LineCounter<'a> {
    text: &'a [u8],
    counted: usize,
    line: u32,
}

impl<'a> LineCounter<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            counted: 0,
            line: 1,
        }
    }
    /// The line on which the first thing at or behind this place stands.
    pub(super) fn line_at(&mut self, place: usize) -> u32 {
        let blank = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let ahead = self.text[place..].iter().take_while(|byte| blank(byte)).count();
        let place = place + ahead;
        let between = &self.text[self.counted..place];
        let ends = between.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            // A lone carriage return ends a line as well; with a line feed behind it the pair is one end.
            b'\r' => between.get(at + 1).or(self.text.get(place)) != Some(&b'\n'),
            _ => false,
        });
        self.line += u32::try_from(ends.count()).unwrap_or(u32::MAX);
        self.counted = place;
        self.line
    }
}
