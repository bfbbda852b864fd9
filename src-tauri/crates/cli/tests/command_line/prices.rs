//! `prices` and `estimate`: the worked examples, what is refused, and what is kept.

use crate::bench::Bench;
use serde_json::json;

fn price(bench: &Bench, arguments: &[&str]) -> serde_json::Value {
    let mut all = vec!["--json", "estimate", "price"];
    all.extend(arguments);
    bench.run(&all).ended(0).json()
}

#[test]
fn the_worked_examples_cost_what_they_cost() {
    let bench = Bench::new();
    let first = price(
        &bench,
        &[
            "--base-rate",
            "0.012",
            "--seconds",
            "150",
            "--resolution",
            "1080P",
            "--fps",
            "30",
            "--variant",
            "general",
        ],
    );
    assert_eq!((&first["price"], &first["rounded"]), (&json!("2.376"), &json!("2.38")));
    assert_eq!(
        first["parts"],
        json!({"base": "1.8", "resolution": "1.2", "frame_rate": "1.1", "variant": "1"})
    );
    let second = price(
        &bench,
        &[
            "--base-rate",
            "0.02",
            "--seconds",
            "300",
            "--resolution",
            "4K",
            "--fps",
            "60",
            "--variant",
            "advanced",
        ],
    );
    assert_eq!(
        (&second["price"], &second["rounded"]),
        (&json!("12.9375"), &json!("12.94"))
    );
    let buckets = bench.run(&["--json", "estimate", "buckets"]).ended(0).json();
    assert_eq!(
        (&buckets["per_second"], &buckets["per_hour"]),
        (&json!("0.003501"), &json!("12.6036"))
    );
    let voice = price(
        &bench,
        &[
            "--base-rate",
            "1",
            "--seconds",
            "1",
            "--resolution",
            "720p",
            "--fps",
            "24",
            "--variant",
            "neural-voice",
            "--voice-multiplier",
            "1.35",
        ],
    );
    assert_eq!(voice["price"], json!("1.35"));
}

#[test]
fn what_cannot_be_meant_is_refused_by_name_with_what_is_allowed() {
    let bench = Bench::new();
    let refused = |change: &[&str], words: &str| {
        let mut arguments: Vec<&str> = vec!["--json", "estimate", "price"];
        for (flag, value) in [
            ("--base-rate", "1"),
            ("--seconds", "1"),
            ("--resolution", "720p"),
            ("--fps", "24"),
        ] {
            if !change.contains(&flag) {
                arguments.extend([flag, value]);
            }
        }
        arguments.extend(change);
        let error = bench.run(&arguments).ended(2).json();
        let message = error["error"]["message"].as_str().unwrap().to_owned();
        assert!(message.contains(words), "{message}");
    };
    refused(&["--resolution", "8K"], "1080p, 4k, 720p");
    refused(&["--fps", "25"], "24, 30, 60");
    refused(&["--variant", "best"], "advanced, general, neural-voice (1.30 to 1.40)");
    refused(&["--base-rate", "-1"], "Base rate");
    refused(&["--seconds", "0"], "Seconds");
    refused(&["--seconds", "1e9"], "Seconds");
    refused(&["--seconds", "99999999999"], "Seconds");
}

#[test]
fn a_model_has_a_price_only_where_the_catalogue_says_one() {
    let bench = Bench::new();
    let known = price(&bench, &["--model", "gen4.5", "--resolution", "720p", "--seconds", "5"]);
    assert_eq!((&known["price"], &known["currency"]), (&json!("0.6"), &json!("USD")));
    let code = |arguments: &[&str]| {
        let mut all = vec!["--json", "estimate", "price", "--seconds", "5"];
        all.extend(arguments);
        bench.run(&all).ended(2).json()["error"]["code"].clone()
    };
    assert_eq!(
        code(&["--model", "gen4.5", "--resolution", "1080p"]),
        "unknown_combination"
    );
    assert_eq!(code(&["--model", "nothing", "--resolution", "1080p"]), "unknown_model");
    assert_eq!(code(&["--model", "kling-v3", "--resolution", "1080p"]), "not_said");
    assert_eq!(
        code(&["--model", "sora-2", "--provider", "OpenAI", "--resolution", "720p"]),
        "retired"
    );
}

#[test]
fn an_entry_of_ones_own_wins_and_a_list_comes_in_whole_or_not_at_all() {
    let bench = Bench::new();
    bench.run(&["init", "lib"]).ended(0);
    let added = bench
        .json(&[
            "prices",
            "add",
            "--provider",
            "Runway API",
            "--model",
            "gen4.5",
            "--resolution",
            "720p",
            "--audio",
            "none",
            "--credits-per-second",
            "12",
            "--price-per-credit",
            "0.008",
            "--source",
            "contract",
        ])
        .ended(0)
        .json();
    assert_eq!(
        (&added["origin"], &added["per_second"]),
        (&json!("person"), &json!("0.096"))
    );
    let asked = bench
        .json(&[
            "estimate",
            "price",
            "--model",
            "gen4.5",
            "--resolution",
            "720p",
            "--seconds",
            "10",
        ])
        .ended(0)
        .json();
    assert_eq!(asked["price"], json!("0.96"));

    bench.write(
        "prices.csv",
        "Provider,Model,Resolution,Price per second,Colour\nUs,house,1080p,0.01,red\nUs,house,720p,-1,red\n",
    );
    let refused = bench.json(&["prices", "import", "prices.csv"]).ended(1).json();
    assert_eq!((&refused["added"], &refused["bad"][0]["line"]), (&json!(0), &json!(3)));
    assert_eq!(refused["bad"][0]["field"], json!("price"));
    assert_eq!(refused["ignored_columns"], json!(["Colour"]));
    let imported = bench
        .json(&["prices", "import", "prices.csv", "--skip-bad"])
        .ended(1)
        .json();
    assert_eq!(imported["added"], json!(1));
    let again = bench
        .json(&["prices", "import", "prices.csv", "--skip-bad"])
        .ended(1)
        .json();
    assert_eq!((&again["added"], &again["unchanged"]), (&json!(0), &json!(1)));
    let own = bench.json(&["prices", "list", "--own"]).ended(0).json();
    assert_eq!(own.as_array().unwrap().len(), 2);
}

#[test]
fn a_price_in_other_money_has_none_without_a_rate() {
    let bench = Bench::new();
    bench.run(&["init", "lib", "--currency", "EUR"]).ended(0);
    let error = bench
        .json(&[
            "estimate",
            "price",
            "--model",
            "gen4.5",
            "--resolution",
            "720p",
            "--seconds",
            "10",
        ])
        .ended(1)
        .json();
    assert_eq!(error["error"]["code"], json!("no_exchange_rate"));
}

#[test]
fn a_check_names_what_to_look_at() {
    let bench = Bench::new();
    let check = bench.run(&["--json", "prices", "check"]).ended(0).json();
    assert_eq!(
        (&check["entries"], &check["retired"], &check["unknown"]),
        (&json!(248), &json!(31), &json!(22))
    );
    assert!(
        check["findings"]
            .as_array()
            .unwrap()
            .iter()
            .any(|finding| finding["kind"] == "retired")
    );
    bench.write(
        "twins.csv",
        "provider,model,resolution,price_per_second,notes\nUs,m,720p,1,a\nUs,m,720p,2,b\n",
    );
    let twins = bench.run(&["--json", "prices", "check", "twins.csv"]).ended(0).json();
    assert_eq!(twins["findings"][0]["kind"], json!("ambiguous"));
}

#[test]
fn what_came_in_without_a_cost_is_assumed_from_the_entry_that_fits_and_stays_unknown_where_none_does() {
    let bench = Bench::new();
    bench.run(&["init", "lib"]).ended(0);
    bench
        .json(&[
            "prices",
            "add",
            "--provider",
            "Us",
            "--model",
            "house",
            "--price-per-second",
            "0.05",
        ])
        .ended(0);
    bench.write(
        "log.csv",
        "id,brief_id,status,model,duration_seconds,cost\ngen_00001,bf_1,generated,house,6,\ngen_00002,bf_1,generated,other,6,\n\
         gen_00003,bf_1,generation_failed,house,6,\ngen_00004,bf_1,generated,house,6,0.99\n",
    );
    bench.json(&["log", "import", "log.csv"]).ended(0);
    let report = bench.json(&["report", "--brief", "bf_1"]).ended(0).json();
    // 0.30 assumed and 0.99 reported; the other model and the failure are unknown.
    assert_eq!(report["model_cost"], json!("1.29"));
    let again = bench.json(&["log", "import", "log.csv"]).ended(0).json();
    assert_eq!(again["unchanged"], json!(4));
    // Elsewhere, where nobody knows the price list, what was assumed is still told apart from what the provider said.
    let bases = |library: &str| {
        let page = bench
            .run(&["--library", library, "log", "export", "--format", "jsonl", "-o", "-"])
            .ended(0)
            .output;
        page.lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
            .map(|row| (row["generation_cost_usd"].clone(), row["cost_basis"].clone()))
            .collect::<Vec<_>>()
    };
    let here = bases("lib");
    assert_eq!(here[0], (json!(0.3), json!("assumed")));
    assert_eq!(here[3], (json!(0.99), json!(null)));
    for format in ["csv", "jsonl"] {
        let (file, other) = (format!("out.{format}"), format!("other-{format}"));
        bench.run(&["--library", "lib", "log", "export", "-o", &file]).ended(0);
        bench.run(&["init", &other]).ended(0);
        bench.run(&["--library", &other, "log", "import", &file]).ended(0);
        assert_eq!(bases(&other), here);
        assert_eq!(
            bench.json(&["log", "import", &file]).ended(0).json()["unchanged"],
            json!(4)
        );
    }
    // A sheet without that column repeats a cost and changes a status: the cost is no better known than before.
    bench.write(
        "judged.csv",
        "id,brief_id,status,rejection_reason,model,cost\ngen_00001,bf_1,rejected_quality,too_generic,house,0.3\n",
    );
    bench.json(&["log", "import", "judged.csv", "--update"]).ended(0);
    assert_eq!(bases("lib")[0], (json!(0.3), json!("assumed")));
    bench.write(
        "billed.csv",
        "id,brief_id,status,rejection_reason,model,cost\ngen_00001,bf_1,rejected_quality,too_generic,house,0.28\n",
    );
    bench.json(&["log", "import", "billed.csv", "--update"]).ended(0);
    assert_eq!(bases("lib")[0], (json!(0.28), json!(null)));
}
