//! What the page may load: itself, and pictures from the app's own media server. Nothing else, and nothing inline.

/// The content security policy for a media server on this port.
pub fn policy(port: u16) -> String {
    let media = format!("http://127.0.0.1:{port}");
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        &format!("img-src 'self' data: {media}"),
        &format!("media-src {media}"),
        &format!("connect-src ipc: http://ipc.localhost {media}"),
        "font-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "object-src 'none'",
    ]
    .join("; ")
}

#[cfg(test)]
mod tests {
    use super::policy;

    #[test]
    fn nothing_inline_runs_and_only_the_media_server_is_reached() {
        let policy = policy(4567);
        assert!(policy.starts_with("default-src 'none'; "));
        assert!(!policy.contains("unsafe") && !policy.contains('*'));
        assert_eq!(policy.matches("http://127.0.0.1:4567").count(), 3);
    }
}
