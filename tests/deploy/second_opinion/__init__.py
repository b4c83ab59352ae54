# SPDX-License-Identifier: Apache-2.0
"""moto, with the parts of CloudFormation that it lacks for stacks like ours."""
