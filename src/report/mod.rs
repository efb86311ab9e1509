//! Reports: one file a format. A report counts nothing and decides nothing.

pub mod reading;
