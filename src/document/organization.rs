//! An organization that gives, works, hosts or employs.

use crate::fields::{Link, List};
use crate::{table, word_list};

word_list! {
    /// What an organization does for the project.
    OrganizationRole {
        Contractor = "contractor",
        Donor = "donor",
        Host = "host",
        Vendor = "vendor",
        Employer = "employer",
        Community = "community",
    }
}

table! {
    /// An organization; `organizations/<slug>.md`.
    Organization {
        /// Its name.
        Required name: String,
        /// How minutes spell the name.
        Optional aliases: List<String>,
        /// What it does for the project.
        Required roles: List<OrganizationRole>,
        /// Its site.
        Optional url: Link,
    }
}
