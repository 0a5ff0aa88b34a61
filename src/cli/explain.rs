//! `copydesk explain`: a rule's page, or the table of rules.

use clap::Args;

use crate::cli::{End, print};
use crate::rule::Tier;
use crate::rules::{self, RULES};

#[derive(Args)]
pub(crate) struct Explain {
    /// The rule's name.
    rule: Option<String>,
}

impl Explain {
    pub(crate) fn run(&self) -> Result<End, String> {
        if let Some(name) = &self.rule {
            rules::known(name)?;
            let page = rules::named(name).map_or(include_str!("../rules/unused_stet.md"), |rule| rule.page);
            print(|out| out.write_all(page.as_bytes()))?;
            return Ok(End::Clean);
        }
        print(|out| {
            for rule in RULES {
                let tier = if rule.tier == Tier::Preview { "preview" } else { "stable" };
                let line = rule.page.lines().skip(1).find(|line| !line.trim().is_empty()).unwrap_or_default();
                writeln!(out, "{:20} {:9} {:8} {:8} {line}", rule.name, rule.group.name(), rule.level.name(), tier)?;
            }
            Ok(())
        })?;
        Ok(End::Clean)
    }
}
