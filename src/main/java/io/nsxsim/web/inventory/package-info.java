/**
 * The inventory over HTTP, twice: under our own address, where clients tell the server what there
 * is, and under NSX's addresses, where they find what NSX has discovered. Bodies are handed on as
 * JSON, because only the reader in {@code inventory.document} can point at what is wrong in them.
 * Our own lists are plain JSON lists, as in the inventory document; NSX's come in pages.
 */
@NullMarked
package io.nsxsim.web.inventory;

import org.jspecify.annotations.NullMarked;
