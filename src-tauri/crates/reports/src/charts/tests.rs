//! What a chart must be, whatever its figures are.

use super::*;
use proptest::prelude::*;

fn bar(label: &str, value: f64) -> Bar {
    Bar {
        label: label.to_owned(),
        value,
        note: format!("{value}"),
    }
}

#[test]
fn a_chart_says_what_it_shows_and_every_word_is_text() {
    let chart = bars(
        "why",
        "Why <b>",
        &[bar("\"><script>alert(1)</script>", 3.0), bar("A & B", 1.0)],
    );
    assert!(!chart.svg.contains("<script"), "{}", chart.svg);
    assert!(chart.svg.contains("&lt;script&gt;") && chart.svg.contains("A &amp; B"));
    assert!(chart.svg.contains(r#"role="img" aria-labelledby="why-title why-says""#));
    assert!(chart.svg.contains(r#"<title id="why-title">Why &lt;b&gt;</title>"#));
    assert!(chart.says.contains("A & B: 1"));
}

#[test]
fn a_benchmark_is_drawn_as_a_line_of_its_own() {
    let point = |x: f64, y: f64| Point {
        x,
        y: Some(y),
        low: Some(y / 2.0),
        high: None,
    };
    let way = Course {
        id: "cost",
        title: "Cost",
        points: &[point(1.0, 9.0), point(2.0, 5.0)],
        limit: Some((20.0, "benchmark".to_owned())),
        ends: ("1".to_owned(), "2".to_owned()),
        says: "It falls.".to_owned(),
    };
    let chart = course(&way, |value| format!("${value:.0}"));
    assert!(chart.svg.contains("stroke-dasharray") && chart.svg.contains("benchmark"));
}

proptest! {
    #[test]
    fn no_figure_makes_a_picture_that_is_none(values in proptest::collection::vec(prop_oneof![Just(0.0), Just(f64::INFINITY), -1e9..1e12_f64], 0..6)) {
        let rows: Vec<Bar> = values.iter().map(|value| bar("a", *value)).collect();
        let ranges: Vec<Range> = values.iter().map(|value| Range { label: "a".into(), rate: *value, low: 0.0, high: *value, note: String::new() }).collect();
        let points: Vec<Point> = values.iter().map(|value| Point { x: *value, y: Some(*value), low: None, high: Some(*value) }).collect();
        let slices: Vec<Part> = values.iter().map(|value| Part { label: "a".into(), value: *value, note: String::new() }).collect();
        let way = Course { id: "c", title: "c", points: &points, limit: None, ends: (String::new(), String::new()), says: String::new() };
        for chart in [bars("a", "a", &rows), intervals("b", "b", &ranges), course(&way, |value| format!("{value}")), parts("d", "d", &slices)] {
            prop_assert!(!chart.svg.contains("=\"NaN") && !chart.svg.contains("=\"inf") && !chart.svg.contains("=\"-inf"), "{}", chart.svg);
        }
    }
}
