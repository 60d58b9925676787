//! Words with `*` for any stretch of characters.

/// Whether a text is what a pattern says. Every `*` stands for any number of characters, also for none.
#[must_use]
pub fn matches(pattern: &str, text: &str) -> bool {
    let Some((first, rest)) = pattern.split_once('*') else { return pattern == text };
    let Some(mut left) = text.strip_prefix(first) else { return false };
    let (middle, last) = rest.rsplit_once('*').unwrap_or(("", rest));
    for part in middle.split('*') {
        let Some((_, behind)) = left.split_once(part) else { return part.is_empty() };
        left = behind;
    }
    left.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_stretch() {
        for (pattern, text) in [
            ("s3_*", "s3_bucket"),
            ("s3_*", "s3_"),
            ("*", ""),
            ("**", "x"),
            ("*_mfa_*", "iam_user_mfa_enabled"),
            ("arn:aws:ec2:*:vol/*", "arn:aws:ec2:eu:1:vol/7"),
            ("a*b*b", "abb"),
            ("a*a", "aa"),
            ("é*", "ées"),
            ("", ""),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in [
            ("s3_*", "S3_bucket"),
            ("s3", "s3_bucket"),
            ("*_mfa", "iam_mfa_enabled"),
            ("a*b*b", "ab"),
            ("a*a", "a"),
            ("*x*y*", "yx"),
            ("", "a"),
        ] {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
    }
}
