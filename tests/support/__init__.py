"""What tests are made with: databases, an inspecting client, programs that they start."""
