/**
 * The languages of queries, and what they say as conditions on a document. Knows no index and
 * nothing of NSX's kinds. Hand-written instead of a parser generator's or Lucene's, because values
 * with spaces need no quotes here. May use the leaves.
 */
@NullMarked
package io.nsxsim.search.language;

import org.jspecify.annotations.NullMarked;
