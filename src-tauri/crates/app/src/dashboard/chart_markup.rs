//! What a picture of a chart may be made of. It comes from the page and is opened in whatever shows SVG, a browser too: so it may hold
//! shapes and words, and nothing that runs or is fetched.

/// Elements that charts are drawn with.
const DRAWN: [&str; 14] = [
    "svg", "g", "path", "rect", "line", "polyline", "polygon", "circle", "ellipse", "text", "tspan", "title", "desc",
    "clippath",
];

/// Whether this is made of shapes and words alone. What cannot be followed is refused too.
pub(super) fn is_only_drawn(svg: &str) -> bool {
    let mut rest = svg;
    while let Some((_words, behind)) = rest.split_once('<') {
        let Some((tag, after)) = tag(behind) else { return false };
        if !may_stand(tag) {
            return false;
        }
        rest = after;
    }
    true
}

/// A tag up to its end, which is no `>` within quotes, and what comes behind it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some((&text[..at], &text[at + 1..])),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

/// Whether a tag is one of a drawing, with attributes that neither run nor lead anywhere.
fn may_stand(tag: &str) -> bool {
    let tag = tag.to_ascii_lowercase();
    let tag = tag.strip_prefix('/').unwrap_or(&tag);
    let tag = tag.strip_suffix('/').unwrap_or(tag);
    let (name, mut rest) = tag
        .split_once(|letter: char| letter.is_ascii_whitespace())
        .unwrap_or((tag, ""));
    if !DRAWN.contains(&name) {
        return false;
    }
    while !rest.trim_start().is_empty() {
        let Some((attribute, value)) = rest.trim_start().split_once('=') else {
            return false;
        };
        let value = value.trim_start();
        let Some(quote @ ('"' | '\'')) = value.chars().next() else {
            return false;
        };
        let Some((value, behind)) = value[1..].split_once(quote) else {
            return false;
        };
        if !may_say(attribute.trim_end(), value) {
            return false;
        }
        rest = behind;
    }
    true
}

/// An attribute that begins with `on` runs; `href`, by whatever prefix, and addresses of styles lead somewhere.
fn may_say(attribute: &str, value: &str) -> bool {
    let name = attribute.rsplit(':').next().unwrap_or(attribute);
    let runs = name.starts_with("on");
    let leads = name == "href" || name == "src" || name == "style" || name == "base";
    let fetched = value.replace("url(#", "").contains("url(");
    !(runs || leads || fetched)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_words_are_a_picture() {
        for good in [
            r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Spend &lt; $500</title></svg>"#,
            r#"<svg a="1"><g clip-path="url(#plot)"><path d="M0 0L1 1" stroke='red'/><rect width="100%" aria-label="a > b"/></g></svg>"#,
            "<svg a=\"1\"\n b=\"2\" ><text>once upon a time, href=1 onload=2</text></svg>",
        ] {
            assert!(is_only_drawn(good), "{good}");
        }
    }

    #[test]
    fn what_runs_or_leads_somewhere_is_none() {
        for bad in [
            "<svg ><script>1</script></svg>",
            "<svg ><SCRIPT>1</SCRIPT></svg>",
            r#"<svg ><a href="x"/></svg>"#,
            r#"<svg ><text xlink:href="x"/></svg>"#,
            r#"<svg ><text x:HREF = "x"/></svg>"#,
            r#"<svg onload="1"></svg>"#,
            "<svg ><rect ONclick='1'/></svg>",
            "<svg ><rect\tonclick='1'/></svg>",
            "<svg ><rect a='1'onclick='1'/></svg>",
            "<svg ><rect onclick=1 /></svg>",
            r#"<svg ><rect fill="url(https://evil.example/x)"/></svg>"#,
            r#"<svg ><rect style="fill: red"/></svg>"#,
            "<svg ><use/></svg>",
            "<svg ><image/></svg>",
            "<svg ><foreignObject/></svg>",
            "<svg ><style>@import 'x'</style></svg>",
            "<svg ><animate/></svg>",
            "<svg ><!-- x --></svg>",
            "<svg ><?xml-stylesheet?></svg>",
            "<svg ><svg:script>1</svg:script></svg>",
            "<svg ><rect a='</svg>",
        ] {
            assert!(!is_only_drawn(bad), "{bad}");
        }
    }
}
