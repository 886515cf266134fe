"""What a scanner reads: card codes and other payloads, made, read and verified. Pure."""
